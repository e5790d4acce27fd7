import fc from 'fast-check';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { grantUri, keyUri, parseKeyUri } from '../../src/documents/keyUri';
import type { GrantShape } from '../../src/model/access/grant';

const connectionId = fc.stringMatching(/^[0-9a-f]{12}$/);
const keyId = fc.stringMatching(/^[\w-][\w.:~-]{0,30}$/);
const grant = fc.constantFrom<GrantShape>(
  { form: 'policy' },
  { form: 'statements' },
  { form: 'commands' },
  { form: 'powershell' },
  { form: 'commands', gcpRoles: 'predefined' },
  { form: 'powershell', gcpRoles: 'predefined' },
  { form: 'terraform' },
);

/** As VS Code keeps an address between sessions. */
const restored = (uri: vscode.Uri): vscode.Uri => vscode.Uri.parse(uri.toString(), true);

describe('the address of a document', () => {
  it('of a key is all that is needed to make it again', () => {
    fc.assert(
      fc.property(connectionId, keyId, (connection, id) => {
        const uri = keyUri(connection, id);
        assert.deepEqual(parseKeyUri(restored(uri)), { connectionId: connection, keyId: id });
        assert.match(uri.toString(), /^byok:\/\/[0-9a-f]+\/[^/?#]+\.json$/);
      }),
    );
  });

  it('of a grant is, too', () => {
    fc.assert(
      fc.property(connectionId, keyId, grant, (connection, id, shown) => {
        assert.deepEqual(parseKeyUri(restored(grantUri(connection, id, shown))), {
          connectionId: connection,
          keyId: id,
          grant: shown,
        });
      }),
    );
  });

  const strange: readonly (readonly [label: string, address: string])[] = [
    ['climbs', 'byok://a1/../secrets.json'],
    ['climbs, encoded', 'byok://a1/..%2F..%2Fsecrets.json'],
    ['climbs, encoded twice', 'byok://a1/..%252F..%252Fsecrets.json'],
    ['climbs with backslashes', 'byok://a1/..%5C..%5Csecrets.json'],
    ['is a folder down', 'byok://a1/keys/cck-1.json'],
    ['has no id', 'byok://a1/.json'],
    ['has an id of dots', 'byok://a1/...json'],
    ['holds a null byte', 'byok://a1/cck-1%00.json'],
    ['holds half an encoding', 'byok://a1/cck-%25E0.json'],
    ['is another kind of file', 'byok://a1/cck-1.txt'],
    ['has no connection', 'byok:///cck-1.json'],
    ['has a connection that is a path', 'byok://a1%2F..%2Fb2/cck-1.json'],
    ['has another scheme', 'file:///cck-1.json'],
    ['has a very long id', `byok://a1/${'a'.repeat(256)}.json`],
    ['is the root', 'byok://a1/'],
  ];
  for (const [label, address] of strange) {
    it(`is none of ours when it ${label}`, () => {
      assert.equal(parseKeyUri(vscode.Uri.parse(address)), undefined);
    });
  }
});
