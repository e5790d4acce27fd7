import type { KnownProvider } from '../key';
import type { JsonObject } from '../json';
import { parseKeyArn } from './aws';
import { parseKeyUrl, parseKeyVaultId } from './azure';
import { parseCryptoKeyName } from './gcp';
import { awsNotes, azureKeyNotes, azureVaultNotes, gcpNotes, type Say } from './keyNotes';
import { field } from './outputField';
import type { Problem } from './problem';
import { providerOf } from './providerOf';
import { readOutput } from './readOutput';
import { parseTenantId } from './tenantId';

/** What a pasted text fills in, and what it says about the key besides. */
export interface Recognised {
  readonly provider: KnownProvider;
  readonly keyArn?: string;
  readonly keyId?: string;
  readonly keyVaultId?: string;
  readonly tenantId?: string;
  readonly notes: readonly Problem[];
}

/**
 * Reads a whole identifier, or what `aws kms describe-key`, `az keyvault key show`, `az keyvault show` or
 * `gcloud kms keys describe` prints. Undefined where it is none of these, or its identifier has a mistake: then
 * the parser of that field explains it.
 */
export function recognise(text: string): Recognised | undefined {
  return recogniseIdentifier(text) ?? recogniseOutput(text);
}

function recogniseIdentifier(text: string): Recognised | undefined {
  if (text.length > 4096) return undefined;
  const provider = providerOf(text.replace(/^[\s"'`]+/, ''));
  if (provider === undefined) return undefined;
  if (provider === 'AWS') {
    const arn = parseKeyArn(text);
    return arn.ok ? { provider, keyArn: arn.value.text, notes: arn.warnings } : undefined;
  }
  if (provider === 'GCP') {
    const name = parseCryptoKeyName(text);
    return name.ok ? { provider, keyId: name.value.text, notes: name.warnings } : undefined;
  }
  const url = parseKeyUrl(text);
  if (url.ok) return { provider, keyId: url.value.text, notes: url.warnings };
  const vault = parseKeyVaultId(text);
  return vault.ok ? { provider, keyVaultId: vault.value.text, notes: vault.warnings } : undefined;
}

function recogniseOutput(text: string): Recognised | undefined {
  const output = readOutput(text);
  if (!output) return undefined;
  const arn = field(output, 'KeyMetadata', 'Arn');
  if (arn !== undefined) return fromDescribeKey(text, output, arn);
  const kid = field(output, 'key', 'kid');
  if (kid !== undefined) return fromKeyShow(text, output, kid);
  const vaultId = field(output, 'id');
  if (vaultId !== undefined) return fromVaultShow(text, output, vaultId);
  const name = field(output, 'name');
  return name === undefined ? undefined : fromKeysDescribe(text, output, name);
}

function fromDescribeKey(text: string, output: JsonObject, arn: string): Recognised | undefined {
  const parsed = parseKeyArn(arn);
  if (!parsed.ok) return undefined;
  return { provider: 'AWS', keyArn: parsed.value.text, notes: awsNotes(output, sayIn(text, arn)) };
}

function fromKeyShow(text: string, output: JsonObject, kid: string): Recognised | undefined {
  const parsed = parseKeyUrl(kid);
  if (!parsed.ok) return undefined;
  const notes = [...parsed.warnings.map(inside(text, kid)), ...azureKeyNotes(output, sayIn(text, kid))];
  return { provider: 'Azure', keyId: parsed.value.text, notes };
}

function fromVaultShow(text: string, output: JsonObject, vaultId: string): Recognised | undefined {
  const parsed = parseKeyVaultId(vaultId);
  if (!parsed.ok) return undefined;
  const tenant = parseTenantId(field(output, 'properties', 'tenantId') ?? '');
  const notes = [
    ...parsed.warnings.map(inside(text, vaultId)),
    ...azureVaultNotes(output, sayIn(text, vaultId)),
  ];
  const tenantId = tenant.ok ? { tenantId: tenant.value.text } : {};
  return { provider: 'Azure', keyVaultId: parsed.value.text, ...tenantId, notes };
}

function fromKeysDescribe(text: string, output: JsonObject, name: string): Recognised | undefined {
  const parsed = parseCryptoKeyName(name);
  if (!parsed.ok) return undefined;
  const notes = [...parsed.warnings.map(inside(text, name)), ...gcpNotes(output, sayIn(text, name))];
  return { provider: 'GCP', keyId: parsed.value.text, notes };
}

/** A note about a value in the output, placed where that value stands there. */
function sayIn(text: string, example: string): Say {
  return (code, value) => {
    const start = text.indexOf(value);
    const place = start < 0 ? { start: 0, length: 0 } : { start, length: value.length };
    return { code, args: [value], part: 'whole', ...place, example };
  };
}

/** Moves a warning about a value to where the value stands in the whole text. */
function inside(text: string, value: string): (problem: Problem) => Problem {
  const at = Math.max(0, text.indexOf(value));
  return problem => ({ ...problem, start: problem.start + at });
}
