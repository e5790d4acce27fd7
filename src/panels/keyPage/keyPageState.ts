import * as vscode from 'vscode';
import type { Connection } from '../../connections/connection';
import { jsonText } from '../../documents/jsonText';
import type { JsonValue } from '../../model/json';
import type { Key } from '../../model/key';
import { canBecomeValid } from '../../model/key';
import { regionOf } from '../../model/region';
import { keyLabel, providerName } from '../../words/words';
import type { KeyButton, KeyPageState, KeyView } from '../protocol/keyPage';
import { cloudSection } from './cloudFacts';
import { clustersView } from './clustersView';
import { confluentSection, identitySection } from './confluentFacts';
import { findingsView } from './findingsView';
import { grantView } from './grantView';
import { noticesOf } from './notices';
import type { KeySituation } from './situation';
import { statusOf, validationView } from './validationView';
import { pageWords } from './words';

/** The longest JSON that is drawn, in characters: the document has all of it. */
const longestJson = 100_000;

/** What a key's page shows, in the user's language. */
export function keyPageState(situation: KeySituation): KeyPageState {
  const { key, last, keyId, connection, isBusy } = situation;
  const shown = key ?? last;
  const label = shown ? keyLabel(shown) : keyId;
  return {
    title: label,
    place: placeOf(shown, connection),
    heading: {
      text: label,
      isId: shown?.displayName === undefined,
      ...(key && connection && { name: key.displayName ?? '' }),
    },
    isBusy,
    notices: noticesOf(situation),
    buttons: key && connection ? buttonsOf(key, situation) : [],
    ...viewOf(situation),
    words: pageWords(),
  };
}

function placeOf(key: Key | undefined, connection: Connection | undefined): string {
  return [connection?.label, key && providerName(key.provider), key && regionOf(key)]
    .filter(part => part !== undefined)
    .join(' · ');
}

/** What the state of the key allows, the likeliest first. */
function buttonsOf(key: Key, { isWatched }: KeySituation): readonly KeyButton[] {
  const isValid = key.validation?.phase === 'VALID';
  const grants: readonly KeyButton[] =
    key.cloudKey.kind === 'unknown'
      ? []
      : [{ does: 'grantAccess', label: vscode.l10n.t('Grant Access…'), isPrimary: !isValid }];
  const watches: readonly KeyButton[] = isWatched
    ? [{ does: 'stopWatching', label: vscode.l10n.t('Stop Watching') }]
    : canBecomeValid(key)
      ? [{ does: 'watch', label: vscode.l10n.t('Watch Until Valid') }]
      : [];
  return [
    ...(isValid ? [] : grants),
    ...watches,
    { does: 'refresh', label: vscode.l10n.t('Refresh') },
    ...(isValid ? grants : []),
    { does: 'openJson', label: vscode.l10n.t('Open JSON') },
    { does: 'compare', label: vscode.l10n.t('Compare With…') },
    { does: 'copyLink', label: vscode.l10n.t('Copy Link') },
    { does: 'delete', label: vscode.l10n.t('Delete Registration…') },
  ];
}

function viewOf(situation: KeySituation): { readonly key?: KeyView } {
  const { key, last, connection, timeline } = situation;
  const shown = key ?? last;
  // Of an organization that nobody is signed in to nothing stays on the screen.
  if (!shown || !connection) return unreadableOf(situation);
  const confluent = confluentSection(shown);
  const isThere = key !== undefined;
  const findings = isThere && situation.findings ? findingsView(shown, situation.findings) : undefined;
  const grant = isThere ? grantView(shown) : undefined;
  return {
    key: {
      status: isThere ? [...statusOf(shown), ...fetchingOf(situation)] : [],
      ...(isThere && { validation: validationView(shown, timeline) }),
      sections: [
        identitySection(shown, connection.label),
        cloudSection(shown),
        ...(confluent ? [confluent] : []),
      ],
      ...(findings && { findings }),
      ...(grant && { grant }),
      ...(isThere && { clusters: clustersView(shown, { ...situation.clusters, connection }) }),
      json: jsonView(shown.raw),
    },
  };
}

function fetchingOf({ isFetching }: KeySituation): KeyView['status'] {
  return isFetching ? [{ tone: 'waiting', text: vscode.l10n.t('Refreshing…') }] : [];
}

/** Of a key that cannot be read there is its JSON. */
function unreadableOf({ keys, keyId, connection }: KeySituation): { readonly key?: KeyView } {
  const item = connection && keys.unreadable.find(({ id }) => id === keyId);
  return item ? { key: { status: [], sections: [], json: jsonView(item.raw) } } : {};
}

function jsonView(raw: JsonValue): KeyView['json'] {
  const text = jsonText(raw);
  return {
    title: vscode.l10n.t('As Confluent Cloud Has It (JSON)'),
    text: text.length > longestJson ? `${text.slice(0, longestJson)}…` : text,
  };
}
