import * as vscode from 'vscode';
import type { Finding, FindingRule, Severity } from '../model/findings/finding';
import type { Key } from '../model/key';
import { validationAdvice } from '../model/validationAdvice';
import type { EvidenceStyle } from './evidenceWords';
import { evidenceText } from './evidenceWords';
import { explainAdvice } from './explain';

/** A finding for people. All of `evidence` may hold text of the service: show it as text. */
export interface FindingWords {
  /** What it is, in a few words: our own, the same for every finding of the rule. */
  readonly title: string;
  /** One sentence for each fact. */
  readonly evidence: readonly string[];
  /** Why it matters. */
  readonly why: string;
  /** What to do, the likeliest to help first. */
  readonly advice: readonly string[];
}

/** `key` is the one that the finding is about, where there is one. */
export function findingWords(finding: Finding, key: Key | undefined, style?: EvidenceStyle): FindingWords {
  const { rule, evidence } = finding;
  return {
    title: findingTitle(rule),
    evidence: evidence.map(fact => evidenceText(fact, style)),
    why: whyOf(rule),
    advice: adviceOf(finding, key),
  };
}

export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('At risk now');
    case 'warning':
      return vscode.l10n.t('Needs attention');
    case 'info':
      return vscode.l10n.t('Worth a look');
  }
}

export function findingTitle(rule: FindingRule): string {
  switch (rule) {
    case 'invalidInUse':
      return vscode.l10n.t('Invalid key in use');
    case 'otherCloud':
      return vscode.l10n.t('Cluster in another cloud than its key');
    case 'otherRegion':
      return vscode.l10n.t('Cluster in another region than its key');
    case 'invalid':
      return vscode.l10n.t('Invalid key');
    case 'waitingLong':
      return vscode.l10n.t('Waiting for access for more than an hour');
    case 'registeredTwice':
      return vscode.l10n.t('Cloud key registered more than once');
    case 'quotaFull':
      return vscode.l10n.t('Quota of keys used up');
    case 'importedKey':
      return vscode.l10n.t('Imported key material');
    case 'googleMultiRegion':
      return vscode.l10n.t('Google Cloud key in more than one region');
    case 'unreadable':
      return vscode.l10n.t('Key that cannot be read');
    case 'inUseUnseen':
      return vscode.l10n.t('In use, but by no cluster that is seen');
    case 'legacyKey':
      return vscode.l10n.t('Cluster with a legacy key');
    case 'unused':
      return vscode.l10n.t('Unused for long');
    case 'quotaNear':
      return vscode.l10n.t('Quota of keys nearly used up');
    case 'awsMultiRegion':
      return vscode.l10n.t('Multi-Region key of AWS');
    case 'unnamed':
      return vscode.l10n.t('Key without a name');
  }
}

function whyOf(rule: FindingRule): string {
  switch (rule) {
    case 'invalidInUse':
      return vscode.l10n.t(
        'Confluent cannot use the key. The cluster can become unavailable at once, and without the key nobody can read its data. After the repair it may take half an hour until it runs again.',
      );
    case 'otherCloud':
      return vscode.l10n.t(
        'A key protects clusters of its own cloud only. What is shown of the key or of the cluster must be wrong.',
      );
    case 'otherRegion':
      return vscode.l10n.t(
        'A cluster and its key must be in the same region: elsewhere an outage of the key’s region takes the cluster with it.',
      );
    case 'invalid':
      return vscode.l10n.t('No cluster can be created with the key until Confluent can use it.');
    case 'waitingLong':
      return vscode.l10n.t(
        'Confluent has not been able to use the key yet. It mostly takes minutes once access is granted, so the grant is likely missing.',
      );
    case 'registeredTwice':
      return vscode.l10n.t(
        'Each registration counts against the quota and asks for a grant of its own. Whoever retires one may take access from the other.',
      );
    case 'quotaFull':
      return vscode.l10n.t('The next key is refused.');
    case 'importedKey':
      return vscode.l10n.t(
        'Confluent does not support imported key material: it can expire, and once it is gone the data cannot be read.',
      );
    case 'googleMultiRegion':
      return vscode.l10n.t(
        'A cluster and its key must be in the same region. A location that spans regions is the region of no cluster.',
      );
    case 'unreadable':
      return vscode.l10n.t('Nothing else was looked at for this key: what is wrong with it is not known.');
    case 'inUseUnseen':
      return vscode.l10n.t(
        'Its cluster is in an environment that these credentials do not see, or was deleted less than five days ago, for which Confluent holds the key. Until that is clear, treat the key as needed.',
      );
    case 'legacyKey':
      return vscode.l10n.t(
        'The cluster was created before 11 August 2023 with a key that the BYOK API does not know. Nothing here watches it, and it cannot be moved to a registered key.',
      );
    case 'unused':
      return vscode.l10n.t('A key that nobody needs counts against the quota and keeps a grant open.');
    case 'quotaNear':
      return vscode.l10n.t('Once the quota is used up the next key is refused.');
    case 'awsMultiRegion':
      return vscode.l10n.t(
        'Confluent documents neither that multi-Region keys work nor that they do not. Replicas in other regions do not make the cluster available there.',
      );
    case 'unnamed':
      return vscode.l10n.t('Only its id tells it from others, which makes the wrong one easy to pick.');
  }
}

function adviceOf({ rule, evidence }: Finding, key: Key | undefined): readonly string[] {
  switch (rule) {
    case 'invalidInUse':
    case 'invalid': {
      const message = evidence.find(fact => fact.code === 'message')?.text;
      const { cause, fixes } = validationAdvice(key?.provider ?? '', message);
      return [vscode.l10n.t('Likely cause: {0}', explainAdvice(cause)), ...fixes.map(explainAdvice)];
    }
    case 'otherCloud':
      return [vscode.l10n.t('Refresh keys and clusters. If it stays, ask Confluent Support, with both ids.')];
    case 'otherRegion':
      return [
        vscode.l10n.t('A cluster cannot change its key: plan a new cluster with a key in its own region.'),
        vscode.l10n.t('If the region of the key looks wrong, ask Confluent Support.'),
      ];
    case 'waitingLong':
      return [
        vscode.l10n.t('Grant access: “Grant Confluent Access” shows what the key needs in its cloud.'),
        vscode.l10n.t('If it is granted, compare every role, action and condition with what is shown.'),
      ];
    case 'registeredTwice':
      return [
        vscode.l10n.t('Keep the registration that a cluster uses, and delete the others.'),
        vscode.l10n.t('Before you take a grant away, see whose it is: each registration has its own.'),
      ];
    case 'quotaFull':
    case 'quotaNear':
      return [
        vscode.l10n.t('Delete registrations that nobody needs, or ask Confluent Support for a higher quota.'),
      ];
    case 'importedKey':
      return [
        vscode.l10n.t(
          'Look at the origin of the key in its cloud, for AWS with “aws kms describe-key”: EXTERNAL means imported.',
        ),
        vscode.l10n.t('Make a key whose material the cloud makes, and register that for the next cluster.'),
      ];
    case 'googleMultiRegion':
      return [vscode.l10n.t('Make a key ring in the region of the cluster, and register a key of that.')];
    case 'unreadable':
      return [
        vscode.l10n.t('Look at the row in the sidebar, which shows it as the service sent it.'),
        vscode.l10n.t('See whether there is a newer version of this extension.'),
      ];
    case 'inUseUnseen':
      return [
        vscode.l10n.t('Ask somebody who sees all environments, an OrganizationAdmin, to look.'),
        vscode.l10n.t('If the cluster was deleted, the key comes free five days after.'),
      ];
    case 'legacyKey':
      return [
        vscode.l10n.t(
          'Keep the key in its cloud enabled and its policy as it is, as long as there is the cluster.',
        ),
        vscode.l10n.t('To come to a registered key, create a new cluster with one and move the data.'),
      ];
    case 'unused':
      return [
        vscode.l10n.t('If nobody plans a cluster with it, delete the registration.'),
        vscode.l10n.t(
          'The key in its cloud is another matter: whatever it has encrypted is lost with it. Disable it first, and wait.',
        ),
      ];
    case 'awsMultiRegion':
      return [
        vscode.l10n.t(
          'Ask Confluent Support before a cluster depends on it, or register a key of one region.',
        ),
      ];
    case 'unnamed':
      return [vscode.l10n.t('Give it a name that says what it protects.')];
  }
}
