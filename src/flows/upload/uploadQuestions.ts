import * as vscode from 'vscode';
import type { Connection } from '../../connections/connection';
import { explainProblem } from '../../explain';
import type { Problem } from '../../model/identifiers/problem';
import type { KnownProvider } from '../../model/key';
import { knownProviders } from '../../model/key';
import { providerName } from '../../words';
import type { Objection } from '../inputs';
import { askChoice, askText } from '../inputs';
import { pickerText } from '../pickerText';
import type { Step, StepPlace } from '../runFlow';
import { back, cancel } from '../runFlow';
import { fieldWords } from './fieldWords';
import type { IdentifierField, UploadDraft } from './uploadDraft';
import { fieldsOf, fillFrom, firstOpenField, readField } from './uploadDraft';

/** The steps of an upload before its review. What follows a step depends on what is still open. */
export class UploadQuestions {
  constructor(
    private readonly connections: readonly Connection[],
    private readonly review: Step<UploadDraft>,
  ) {}

  /** The step for the first thing that is not said yet; the review when all is said. */
  next(draft: UploadDraft): Step<UploadDraft> {
    if (draft.connectionId === undefined) return this.connection;
    if (draft.provider === undefined) return this.provider;
    const field = firstOpenField(draft);
    if (field !== undefined) return this.field(field);
    return draft.displayName === undefined ? this.displayName : this.review;
  }

  readonly connection: Step<UploadDraft> = async (draft, place) => {
    const id = await askChoice({
      ...frame(draft, place),
      placeholder: vscode.l10n.t('Which organization gets the key?'),
      items: this.connections.map(({ id: value, label, apiKeyId = '' }) => {
        return { value, label: pickerText(label), description: apiKeyId };
      }),
      ...(draft.connectionId === undefined ? {} : { current: draft.connectionId }),
    });
    if (id === back || id === cancel) return id;
    draft.connectionId = id;
    return this.provider;
  };

  readonly provider: Step<UploadDraft> = async (draft, place) => {
    const choice = await askChoice<KnownProvider | 'paste'>({
      ...frame(draft, place),
      placeholder: vscode.l10n.t(
        'Which cloud is the key in? It must be the cloud and the region of the cluster.',
      ),
      items: [
        ...knownProviders.map(value => ({ value, label: providerName(value), detail: serviceOf(value) })),
        { label: '', kind: vscode.QuickPickItemKind.Separator },
        {
          value: 'paste',
          label: `$(clippy) ${vscode.l10n.t('From the Clipboard')}`,
          detail: vscode.l10n.t('An identifier, or what the command line of a cloud printed about a key'),
        },
      ],
      ...(draft.provider === undefined ? {} : { current: draft.provider }),
    });
    if (choice === back || choice === cancel) return choice;
    if (choice === 'paste') return await this.#paste(draft);
    draft.provider = choice;
    return this.field(fieldsOf[choice][0]);
  };

  /** One step a field, the same function each time it is asked for, so that going back comes to it again. */
  field(field: IdentifierField): Step<UploadDraft> {
    return this.#fields[field];
  }

  readonly #fields: Readonly<Record<IdentifierField, Step<UploadDraft>>> = {
    keyArn: (draft, place) => this.#askField('keyArn', draft, place),
    keyId: (draft, place) => this.#askField('keyId', draft, place),
    keyVaultId: (draft, place) => this.#askField('keyVaultId', draft, place),
    tenantId: (draft, place) => this.#askField('tenantId', draft, place),
  };

  readonly displayName: Step<UploadDraft> = async (draft, place) => {
    const text = await askText({
      ...frame(draft, place),
      prompt: vscode.l10n.t(
        'A name for people, such as the cluster it is for. It can be changed later, or left empty.',
      ),
      placeholder: 'payments-prod-eu',
      value: draft.displayName ?? '',
    });
    if (text === back || text === cancel) return text;
    draft.displayName = text.trim();
    return this.review;
  };

  async #paste(draft: UploadDraft): Promise<Step<UploadDraft>> {
    const text = await vscode.env.clipboard.readText();
    draft.provider = undefined;
    if (!fillFrom(draft, text)) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'The clipboard has no identifier of a key, and nothing that aws, az or gcloud print about one.',
        ),
      );
      return this.provider;
    }
    return this.next(draft);
  }

  async #askField(
    field: IdentifierField,
    draft: UploadDraft,
    place: StepPlace,
  ): ReturnType<Step<UploadDraft>> {
    const provider = draft.provider ?? 'AWS';
    const { name, prompt, example } = fieldWords(provider, field);
    const text = await askText({
      ...frame(draft, place),
      title: vscode.l10n.t('Upload a Key: {0}', name),
      prompt,
      placeholder: example,
      value: draft.fields[field] ?? '',
      validate: value => objectTo(draft, field, value),
    });
    if (text === back || text === cancel) return text;
    if (!fillFrom(draft, text)) draft.fields[field] = text;
    return this.next(draft);
  }
}

/** What is said while a field is typed: a mistake with its place and a right example, or a warning. */
function objectTo(draft: UploadDraft, field: IdentifierField, text: string): Objection | undefined {
  const copy: UploadDraft = { ...draft, fields: { ...draft.fields } };
  const notes = fillFrom(copy, text);
  if (notes) return warning(notes);
  const read = readField(draft, field, text);
  if (read.ok) return warning(read.warnings);
  const { problem } = read;
  const place =
    problem.length > 0 && problem.part !== 'whole' ? vscode.l10n.t('(character {0})', problem.start + 1) : '';
  const sentence = [explainProblem(problem), place].filter(part => part !== '').join(' ');
  return { severity: 'error', message: `${sentence} ${vscode.l10n.t('Like this: {0}', problem.example)}` };
}

function warning(problems: readonly Problem[]): Objection | undefined {
  if (problems.length === 0) return undefined;
  return { severity: 'warning', message: problems.map(explainProblem).join(' ') };
}

function frame(
  { provider }: UploadDraft,
  place: StepPlace,
): { title: string; place: StepPlace; totalSteps: number } {
  const fields = provider === undefined ? 1 : fieldsOf[provider].length;
  // What is behind, and then at the most: the cloud, its fields, the name, the review.
  return { title: vscode.l10n.t('Upload a Key'), place, totalSteps: Math.max(place.number, fields + 3) };
}

function serviceOf(provider: KnownProvider): string {
  return { AWS: 'AWS Key Management Service', Azure: 'Azure Key Vault', GCP: 'Cloud Key Management Service' }[
    provider
  ];
}
