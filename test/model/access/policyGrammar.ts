import assert from 'node:assert/strict';

/**
 * Reads a key policy by the grammar that AWS publishes for policies of IAM ("Grammar of the IAM JSON policy
 * language"), as far as a key policy has it. Throws where the text is none.
 */
export function readKeyPolicyText(text: string): { readonly statements: readonly object[] } {
  const policy = members(JSON.parse(text), ['Version', 'Id', 'Statement']);
  assert.ok(['2008-10-17', '2012-10-17'].includes(String(policy['Version'])), 'Version');
  const statements: unknown = policy['Statement'];
  assert.ok(Array.isArray(statements) && statements.length > 0, 'Statement');
  for (const statement of statements) readStatement(statement);
  const sids = statements.map((statement: { Sid?: string }) => statement.Sid);
  assert.equal(new Set(sids).size, sids.length, 'each Sid once');
  return { statements: statements as readonly object[] };
}

export function readStatement(value: unknown): void {
  const statement = members(value, ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition']);
  assert.match(String(statement['Sid']), /^[A-Za-z0-9 ]+$/, 'Sid');
  assert.ok(['Allow', 'Deny'].includes(String(statement['Effect'])), 'Effect');
  const principals = members(statement['Principal'], ['AWS']);
  for (const principal of texts(principals['AWS']))
    assert.match(principal, /^arn:aws(-[a-z]+)*:iam::\d{12}:(root|role\/[\w+=,.@/-]+)$/, 'Principal');
  for (const action of texts(statement['Action'])) assert.match(action, /^kms:([A-Za-z]+\*?|\*)$/, 'Action');
  assert.deepEqual(texts(statement['Resource']), ['*'], 'Resource');
}

function members(value: unknown, names: readonly string[]): Record<string, unknown> {
  assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), 'an object');
  for (const name of Object.keys(value)) assert.ok(names.includes(name), `a member ${name}`);
  return value as Record<string, unknown>;
}

function texts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  assert.ok(list.length > 0 && list.every(item => typeof item === 'string'), 'texts');
  return list.map(String);
}
