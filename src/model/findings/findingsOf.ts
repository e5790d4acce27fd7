import { byText } from '../byText';
import { Estate, type FindingInput } from './estate';
import type { BrokenRule, Finding, FindingRule } from './finding';
import { severities } from './finding';
import type { Found, Rule } from './rule';
import { rules } from './rules';

/** What the rules found, and where they could not look. */
export interface FoundIn {
  /** By severity, then by rule, then by what they are about: the same order for the same input in any order. */
  readonly findings: readonly Finding[];
  /** Rules that threw: what they would have found is not known. */
  readonly broken: readonly BrokenRule[];
  /** Rules that did not look, because what they need is not known yet. */
  readonly skipped: readonly FindingRule[];
}

/** Looks at everything with every rule. Never throws: where a rule does, the others still look. */
export function findingsOf(input: FindingInput, table: readonly Rule[] = rules): FoundIn {
  const keys = input.keys.toSorted((a, b) => byText(a.id, b.id));
  const clusters = (input.clusters?.clusters ?? []).toSorted((a, b) => byText(a.id, b.id));
  const unreadable = input.unreadable.map((item, index) => ({ id: item.id ?? `#${index + 1}`, item }));
  const estate = new Estate({ ...input, keys });
  const findings: Finding[] = [];
  const broken: BrokenRule[] = [];
  const skipped: FindingRule[] = [];

  for (const rule of table) {
    if (rule.needs && input[rule.needs] === undefined) {
      skipped.push(rule.rule);
      continue;
    }
    const each = <T extends { readonly id: string }>(
      items: readonly T[],
      look: (item: T) => Found | undefined,
    ): void => {
      for (const item of items) {
        try {
          const found = look(item);
          if (found) findings.push(findingOf(rule, item.id, found));
        } catch (error) {
          broken.push({ rule: rule.rule, subject: item.id, error: String(error) });
        }
      }
    };
    switch (rule.about) {
      case 'key':
        each(keys, key => rule.look(key, estate));
        break;
      case 'cluster':
        each(clusters, cluster => rule.look(cluster, estate));
        break;
      case 'unreadable':
        each(unreadable, ({ item }) => rule.look(item, estate));
        break;
      case 'organization':
        each([{ id: 'organization' }], () => rule.look(estate));
    }
  }
  const bySeverity = Map.groupBy(findings, ({ severity }) => severity);
  return { findings: severities.flatMap(severity => bySeverity.get(severity) ?? []), broken, skipped };
}

function findingOf(
  { rule, severity: usual, about }: Rule,
  subject: string,
  { evidence, clusters = [], severity = usual, keyId = about === 'key' ? subject : undefined }: Found,
): Finding {
  const clusterIds = clusters.map(({ id }) => id);
  return { id: `${rule}:${subject}`, rule, severity, keyId, clusterIds, evidence };
}
