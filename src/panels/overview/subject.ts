import type { Finding } from '../../model/findings/finding';
import type { Key } from '../../model/key';
import type { FindingPlace } from '../protocol/overview';
import { linkToKey } from './linkToKey';
import type { Found, OrganizationSituation } from './situation';

/** What findings are about, in the organizations of one moment. */
export function subjectsIn(organizations: readonly OrganizationSituation[]) {
  const keys = new Map(
    organizations.map(({ connection, keys: { keys: all } }) => [
      connection.id,
      new Map(all.map(key => [key.id, key])),
    ]),
  );
  const keyOf = ({ finding: { keyId }, organization }: Found<Finding>): Key | undefined =>
    keyId === undefined ? undefined : keys.get(organization.connection.id)?.get(keyId);
  return {
    /** The key that it is about, where it is listed. */
    key: keyOf,
    place: (found: Found<Finding>): FindingPlace => {
      const { finding, organization } = found;
      const { id, label } = organization.connection;
      const key = keyOf(found);
      const subject = key ? [] : finding.keyId === undefined ? finding.clusterIds : [finding.keyId];
      return {
        connection: id,
        ...(key && { key: linkToKey(id, key) }),
        place: [...subject, ...(organizations.length > 1 ? [label] : [])].join(' · '),
      };
    },
  };
}
