import type { Evidence, FindingRule, Severity } from '../findings/finding';

/** The words of a Markdown document, in the language of whoever reads it. */
export interface InventoryTexts {
  readonly title: (organization: string) => string;
  readonly quota: (used: number, limit: number) => string;
  readonly keyCount: (count: number) => string;
  readonly environments: (open: number, all: number, clusters: number) => string;
  readonly clustersUnknown: string;
  readonly asOf: (time: string) => string;
  readonly noFindings: string;
  readonly mutedCount: (count: number) => string;
  readonly mutedBecause: (reason: string, since: string) => string;
  readonly more: (count: number) => string;
  readonly provider: (provider: string) => string;
  readonly state: (state: string) => string;
  readonly phase: (phase: string) => string;
  readonly severity: (severity: Severity) => string;
  readonly finding: (rule: FindingRule) => string;
  /** A sentence in which all text of the service is marked as code. */
  readonly evidence: (evidence: Evidence) => string;
  /** Headings and names of facts. */
  readonly name: Readonly<Record<TextName, string>>;
}

export type TextName =
  | 'keys'
  | 'legacy'
  | 'unreadable'
  | 'details'
  | 'findings'
  | 'name'
  | 'id'
  | 'provider'
  | 'region'
  | 'state'
  | 'validation'
  | 'since'
  | 'message'
  | 'cloudKey'
  | 'account'
  | 'subscription'
  | 'resourceGroup'
  | 'vault'
  | 'tenant'
  | 'project'
  | 'location'
  | 'keyRing'
  | 'keyName'
  | 'roles'
  | 'application'
  | 'group'
  | 'created'
  | 'updated'
  | 'resourceName'
  | 'clusters'
  | 'cluster'
  | 'environment'
  | 'problem';
