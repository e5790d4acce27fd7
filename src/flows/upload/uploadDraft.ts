import type { NewCloudKey } from '../../api/keys';
import { parseKeyArn } from '../../model/identifiers/aws';
import {
  checkVaultMatches,
  parseKeyUrl,
  parseKeyVaultId,
  parseTenantId,
} from '../../model/identifiers/azure';
import { parseCryptoKeyName } from '../../model/identifiers/gcp';
import { recognise } from '../../model/identifiers/paste';
import type { Parsed, Problem } from '../../model/identifiers/problem';
import type { KnownProvider } from '../../model/key';

/** What identifies a key in its cloud; each cloud asks for some of it. */
export type IdentifierField = 'keyArn' | 'keyUrl' | 'keyVaultId' | 'tenantId' | 'keyName';

/** What the user has said so far. */
export interface UploadDraft {
  connectionId: string | undefined;
  provider: KnownProvider | undefined;
  /** Just as it was typed, but for what was read out of a pasted text. */
  readonly fields: Partial<Record<IdentifierField, string>>;
  /** What a pasted text said about the key besides. */
  readonly notes: Partial<Record<IdentifierField, readonly Problem[]>>;
  /** Undefined until it was asked for; empty for a key without a name. */
  displayName: string | undefined;
}

export const emptyDraft = (): UploadDraft => {
  return { connectionId: undefined, provider: undefined, fields: {}, notes: {}, displayName: undefined };
};

/** What each cloud asks for, in this order. */
export const fieldsOf = {
  AWS: ['keyArn'],
  Azure: ['keyUrl', 'keyVaultId', 'tenantId'],
  GCP: ['keyName'],
} as const satisfies Record<KnownProvider, readonly IdentifierField[]>;

/** Reads what the draft has for a field: the normalised text with all there is to note, or what is wrong. */
export function readField({ fields, notes }: UploadDraft, field: IdentifierField): Parsed<{ text: string }> {
  const read = parseField(fields, field);
  if (!read.ok) return read;
  const known = notes[field] ?? [];
  const more = read.warnings.filter(({ code }) => !known.some(note => note.code === code));
  return { ...read, warnings: [...known, ...more] };
}

function parseField(fields: UploadDraft['fields'], field: IdentifierField): Parsed<{ text: string }> {
  const text = fields[field] ?? '';
  switch (field) {
    case 'keyArn':
      return parseKeyArn(text);
    case 'keyUrl':
      return parseKeyUrl(text);
    case 'keyVaultId':
      return parseVaultId(text, fields.keyUrl ?? '');
    case 'tenantId':
      return parseTenantId(text);
    case 'keyName':
      return parseCryptoKeyName(text);
  }
}

/** A vault that is not the one of the key's URL is a mistake in one of the two. */
function parseVaultId(text: string, keyUrl: string): Parsed<{ text: string }> {
  const parsed = parseKeyVaultId(text);
  const url = parseKeyUrl(keyUrl);
  const problem = parsed.ok && url.ok ? checkVaultMatches(url.value, parsed.value) : undefined;
  return problem ? { ok: false, problem } : parsed;
}

/**
 * Fills in what a text says: a whole identifier, or the output of a cloud's command. Gives the fields that it filled;
 * none where it is neither, or is about another cloud than the draft.
 */
export function fillFrom(draft: UploadDraft, text: string): readonly IdentifierField[] {
  const found = recognise(text);
  if (!found || (draft.provider !== undefined && found.provider !== draft.provider)) return [];
  const { provider, keyArn, keyId, keyVaultId, tenantId, notes } = found;
  draft.provider = provider;
  const values = {
    keyArn,
    [provider === 'GCP' ? 'keyName' : 'keyUrl']: keyId,
    keyVaultId,
    tenantId,
  };
  const filled = fieldsOf[provider].filter(field => values[field] !== undefined);
  for (const field of filled) draft.fields[field] = values[field] ?? '';
  const [first] = filled;
  if (first) draft.notes[first] = notes;
  return filled;
}

/** Takes what was typed for a field: what it fills in, or else the text itself. Gives the fields that it filled. */
export function enter(draft: UploadDraft, field: IdentifierField, text: string): readonly IdentifierField[] {
  const filled = fillFrom(draft, text);
  if (filled.length > 0) return filled;
  draft.fields[field] = text;
  draft.notes[field] = [];
  return [field];
}

export function copyOf(draft: UploadDraft): UploadDraft {
  return { ...draft, fields: { ...draft.fields }, notes: { ...draft.notes } };
}

/** The first field that is empty or wrong; undefined when the cloud has all it asks for. */
export function firstOpenField(draft: UploadDraft): IdentifierField | undefined {
  const fields: readonly IdentifierField[] = draft.provider === undefined ? [] : fieldsOf[draft.provider];
  return fields.find(field => !readField(draft, field).ok);
}

/** The key to register. Undefined while something is missing or wrong. */
export function cloudKeyOf(draft: UploadDraft): NewCloudKey | undefined {
  const { provider } = draft;
  if (provider === undefined || firstOpenField(draft) !== undefined) return undefined;
  const value = (field: IdentifierField): string => {
    const read = readField(draft, field);
    return read.ok ? read.value.text : '';
  };
  switch (provider) {
    case 'AWS':
      return { kind: 'AwsKey', keyArn: value('keyArn') };
    case 'Azure':
      return {
        kind: 'AzureKey',
        keyId: value('keyUrl'),
        keyVaultId: value('keyVaultId'),
        tenantId: value('tenantId'),
      };
    case 'GCP':
      return { kind: 'GcpKey', keyId: value('keyName') };
  }
}
