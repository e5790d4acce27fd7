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
export type IdentifierField = 'keyArn' | 'keyId' | 'keyVaultId' | 'tenantId';

/** What the user has said so far, just as it was typed. */
export interface UploadDraft {
  connectionId: string | undefined;
  provider: KnownProvider | undefined;
  readonly fields: Partial<Record<IdentifierField, string>>;
  /** Undefined until it was asked for; empty for a key without a name. */
  displayName: string | undefined;
}

export const emptyDraft = (): UploadDraft => {
  return { connectionId: undefined, provider: undefined, fields: {}, displayName: undefined };
};

/** What each cloud asks for, in this order. */
export const fieldsOf = {
  AWS: ['keyArn'],
  Azure: ['keyId', 'keyVaultId', 'tenantId'],
  GCP: ['keyId'],
} as const satisfies Record<KnownProvider, readonly IdentifierField[]>;

/** Reads one field of a cloud: the normalised text, or what is wrong with it. */
export function readField(
  draft: UploadDraft,
  field: IdentifierField,
  text: string,
): Parsed<{ readonly text: string }> {
  switch (field) {
    case 'keyArn':
      return parseKeyArn(text);
    case 'tenantId':
      return parseTenantId(text);
    case 'keyVaultId':
      return readVaultId(draft, text);
    case 'keyId':
      return draft.provider === 'GCP' ? parseCryptoKeyName(text) : parseKeyUrl(text);
  }
}

/** A vault that is not the one of the key's URL is a mistake in one of the two. */
function readVaultId({ fields }: UploadDraft, text: string): Parsed<{ readonly text: string }> {
  const parsed = parseKeyVaultId(text);
  const url = parseKeyUrl(fields.keyId ?? '');
  const problem = parsed.ok && url.ok ? checkVaultMatches(url.value, parsed.value) : undefined;
  return problem ? { ok: false, problem } : parsed;
}

/** Fills in what a text says: a whole identifier, or the output of a cloud's command. What was noticed besides. */
export function fillFrom(draft: UploadDraft, text: string): readonly Problem[] | undefined {
  const found = recognise(text);
  if (!found || (draft.provider !== undefined && found.provider !== draft.provider)) return undefined;
  const { provider, keyArn, keyId, keyVaultId, tenantId, notes } = found;
  draft.provider = provider;
  for (const [field, value] of Object.entries({ keyArn, keyId, keyVaultId, tenantId })) {
    if (value !== undefined) draft.fields[field as IdentifierField] = value;
  }
  return notes;
}

/** The first field that is empty or wrong; undefined when the cloud has all it asks for. */
export function firstOpenField(draft: UploadDraft): IdentifierField | undefined {
  const fields: readonly IdentifierField[] = draft.provider === undefined ? [] : fieldsOf[draft.provider];
  return fields.find(field => !readField(draft, field, draft.fields[field] ?? '').ok);
}

/** The key to register. Undefined while something is missing or wrong. */
export function cloudKeyOf(draft: UploadDraft): NewCloudKey | undefined {
  const { provider } = draft;
  if (provider === undefined || firstOpenField(draft) !== undefined) return undefined;
  const value = (field: IdentifierField): string => {
    const read = readField(draft, field, draft.fields[field] ?? '');
    return read.ok ? read.value.text : '';
  };
  switch (provider) {
    case 'AWS':
      return { kind: 'AwsKey', keyArn: value('keyArn') };
    case 'Azure':
      return {
        kind: 'AzureKey',
        keyId: value('keyId'),
        keyVaultId: value('keyVaultId'),
        tenantId: value('tenantId'),
      };
    case 'GCP':
      return { kind: 'GcpKey', keyId: value('keyId') };
  }
}
