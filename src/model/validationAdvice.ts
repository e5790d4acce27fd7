import type { Provider } from './key';
import type { AdviceCode } from './validationAdviceMessages';

/** A guess: the service's messages are free text, so the original stands beside it wherever it is shown. */
export interface ValidationAdvice {
  readonly cause: AdviceCode;
  /** The likeliest to help first. */
  readonly fixes: readonly AdviceCode[];
}

type Fixes = (provider: Provider) => readonly AdviceCode[];

const grantFixes: Fixes = provider => {
  switch (provider) {
    case 'AWS':
      return ['fixAwsPolicy'];
    case 'Azure':
      return ['fixAzureRoles', 'fixAzureRbac', 'fixAzureNetwork'];
    case 'GCP':
      return ['fixGcpRoles', 'fixGcpNetwork'];
    default:
      return ['fixAnyGrant'];
  }
};

const networkFixes: Fixes = provider => {
  switch (provider) {
    case 'AWS':
      return ['fixAwsNetwork'];
    case 'Azure':
      return ['fixAzureNetwork'];
    case 'GCP':
      return ['fixGcpNetwork'];
    default:
      return ['fixAnyGrant'];
  }
};

/** The first that fits counts: from what says one thing to what says many. */
const readings: readonly (readonly [sign: RegExp, cause: AdviceCode, fixes: Fixes])[] = [
  [/encryption_key_id/i, 'causeTooEarly', provider => ['fixWaitForValid', ...grantFixes(provider)]],
  [/throttl|too many requests|rate.?limit|rate exceeded/i, 'causeThrottled', () => ['fixWait']],
  [
    /pending.?deletion|(scheduled|pending) for (deletion|destruction)|\b(deleted|destroyed)\b|destroy_scheduled/i,
    'causeDeleted',
    () => ['fixRestore'],
  ],
  [/\bexpired?\b/i, 'causeExpired', () => ['fixExpiry']],
  [/disabled|not enabled/i, 'causeDisabled', () => ['fixEnable']],
  [/service.?principal|AADSTS|\bconsent\b/i, 'causeConsent', () => ['fixConsent', 'fixAzureRoles']],
  [
    /firewall|forbiddenby(firewall|connection)|public.?(network )?access|trusted (microsoft )?service|private.?(link|endpoint)|service.?controls|\bvpc\b|\bnetworks?\b/i,
    'causeNetwork',
    networkFixes,
  ],
  [/not.?found|does not exist|no such/i, 'causeNotFound', () => ['fixIdentifier']],
  [/symmetric|key.?(type|spec|usage)|invalid.?key.?usage|unsupported/i, 'causeKeyType', () => ['fixNewKey']],
  [
    /den(ied|y)|access|permission|(un)?authori[sz]|forbidden|policy|\bgrants?\b|\brotation\b/i,
    'causeAccess',
    provider => [...grantFixes(provider), 'fixSupport'],
  ],
  [/\bregions?\b|\blocations?\b/i, 'causeRegion', () => ['fixRegion']],
];

/** What a validation message of the service likely means for a key of that provider, and what helps. */
export function validationAdvice(provider: Provider, message: string | undefined): ValidationAdvice {
  const found = readings.find(([sign]) => sign.test(message ?? ''));
  if (!found) return { cause: 'causeUnknown', fixes: [...grantFixes(provider), 'fixSupport'] };
  const [, cause, fixes] = found;
  return { cause, fixes: fixes(provider) };
}
