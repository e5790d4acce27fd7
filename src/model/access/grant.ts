import type { AccessCode } from './accessMessages';

/** What a grant can be written as. */
export const grantForms = ['policy', 'statements', 'commands', 'powershell', 'terraform'] as const;
export type GrantForm = (typeof grantForms)[number];

/** What is shown of a grant: a form, and for Google Cloud which roles it binds. */
export interface GrantShape {
  readonly form: GrantForm;
  readonly gcpRoles?: 'predefined';
}

/** What Confluent gives a key some time after its upload, and has not given yet. */
export interface Missing {
  readonly missing: 'roles' | 'applicationId' | 'securityGroup';
}

export type UnavailableReason = Extract<
  AccessCode,
  | 'rolesMissing'
  | 'applicationIdMissing'
  | 'securityGroupMissing'
  | 'roleUnexpected'
  | 'identifierUnexpected'
  | 'noSuchForm'
  | 'unknownKind'
  | 'notForPowerShell'
  | 'notForTerminal'
  | 'policyUnreadable'
>;

export interface Unavailable {
  readonly unavailable: UnavailableReason;
}

export interface GrantOptions {
  /** AWS: the policy that the key has now, so that the grant is added to it. */
  readonly currentPolicy?: string;
  /** Google Cloud: one role of exactly three permissions, or the two predefined ones. Custom where it is not said. */
  readonly gcpRoles?: 'custom' | 'predefined';
  /** Terraform: the id of the registration, which gets an import block. */
  readonly registeredId?: string;
  /** Terraform: the name of the resources, `main` where it is not said. */
  readonly label?: string;
}

/** A missing value as the reason that no text can be made. */
export function unavailableFor({ missing }: Missing): Unavailable {
  return { unavailable: `${missing}Missing` };
}
