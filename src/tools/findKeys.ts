import { cloudKeyIdentity } from '../model/cloudKeyIdentity';
import type { Key } from '../model/key';
import { cloudIdentifier } from '../model/key';
import type { KeyRef } from '../stores/keyRef';
import { organizationRow, type Organization } from './organizations';
import { ToolError } from './tool';
import { clip } from './toolAnswer';

/** How many keys of one name are told apart. */
const most = 10;

/** The keys that a model means by an id, a cloud identifier or a name. Throws where there is none, or no end of them. */
export function findKeys(wanted: string, organizations: readonly Organization[]): readonly KeyRef[] {
  const all = organizations.flatMap(({ connection: { id: connectionId }, state: { keys } }) =>
    keys.map(key => ({ connectionId, key })),
  );
  const identity = cloudKeyIdentity(wanted);
  const name = wanted.toLowerCase();
  // What names one key best comes first.
  const readings: readonly ((key: Key) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ cloudKey }) => {
      const identifier = cloudIdentifier(cloudKey);
      return identifier !== undefined && cloudKeyIdentity(identifier) === identity;
    },
    ({ displayName }) => displayName?.toLowerCase() === name,
  ];
  for (const isMeant of readings) {
    const found = all.filter(({ key }) => isMeant(key));
    if (found.length > most)
      throw new ToolError(
        `${found.length} keys are meant by that. Say which by its id; byok_listKeys has the ids.`,
      );
    if (found.length > 0) return found;
  }
  const looked = JSON.stringify(organizations.map(organizationRow));
  throw new ToolError(
    `No key has that id, cloud identifier or name. byok_listKeys finds keys by a part of it. Looked in: ${clip(looked, 2000)}`,
  );
}

/** The one key that is meant. Throws where there are several, and says which. */
export function findKey(wanted: string, organizations: readonly Organization[]): KeyRef {
  const found = findKeys(wanted, organizations);
  const [first] = found;
  if (!first || found.length > 1) {
    const which = found.map(({ connectionId, key }) => ({
      id: clip(key.id, 255),
      organization: connectionId,
    }));
    throw new ToolError(
      `Several keys are meant by that. Say which by "key" and "organization": ${JSON.stringify(which)}.`,
    );
  }
  return first;
}
