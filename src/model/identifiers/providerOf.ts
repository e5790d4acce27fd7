import type { KnownProvider } from '../key';

const signs: readonly (readonly [KnownProvider, RegExp])[] = [
  ['AWS', /^(arn:|alias\/|mrk-)/i],
  ['Azure', /^(\/?subscriptions\/|https?:\/\/[^/]*\.(vault|managedhsm|portal)\.|https:\/\/portal\.azure\.)/i],
  ['GCP', /^(\/?projects\/|(https:)?\/\/cloudkms\.googleapis\.com\/)/i],
];

/** The cloud whose identifiers begin like this text; undefined where it is nobody's. */
export function providerOf(text: string): KnownProvider | undefined {
  return signs.find(([, sign]) => sign.test(text))?.[0];
}
