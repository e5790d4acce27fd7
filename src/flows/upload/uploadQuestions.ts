import * as vscode from 'vscode';
import type { Connection } from '../../connections/connection';
import type { Problem } from '../../model/identifiers/problem';
import { providerOf } from '../../model/identifiers/providerOf';
import type { KnownProvider } from '../../model/key';
import { knownProviders } from '../../model/key';
import { explainProblem } from '../../words/explain';
import { providerName } from '../../words/words';
import type { ChoiceItem, Objection } from '../inputs';
import { askChoice, askText } from '../inputs';
import { pickerText } from '../pickerText';
import type { Step, StepPlace } from '../runFlow';
import { back, cancel } from '../runFlow';
import { fieldWords } from './fieldWords';
import type { IdentifierField, UploadDraft } from './uploadDraft';
import { copyOf, emptyDraft, enter, fieldsOf, fillFrom, firstOpenField, readField } from './uploadDraft';

type Cloud = KnownProvider | 'clipboard' | 'typed';

/** The steps of an upload before its review. What follows a step depends on what is still open. */
export class UploadQuestions {
  constructor(
    private readonly connections: readonly Connection[],
    private readonly review: Step<UploadDraft>,
  ) {}

  /** Whether there is more than one organization to choose from. */
  get hasChoice(): boolean {
    return this.connections.length > 1;
  }

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
      ...frame(place, 4),
      placeholder: vscode.l10n.t('Which organization gets the key?'),
      items: this.connections.map(({ id: value, kind, label, apiKeyId = '', endpoint }) => {
        const detail = kind === 'demo' ? {} : { detail: endpoint };
        return { value, label: pickerText(label), description: apiKeyId, ...detail };
      }),
      ...(draft.connectionId === undefined ? {} : { current: draft.connectionId }),
    });
    if (id === back || id === cancel) return id;
    draft.connectionId = id;
    return this.next(draft);
  };

  readonly provider: Step<UploadDraft> = async (draft, place) => {
    let typed = '';
    let current: Cloud | undefined = draft.provider;
    let clipboard = vscode.l10n.t('An identifier, or what the command line of a cloud printed about a key');
    for (;;) {
      const choice: Cloud | typeof back | typeof cancel = await askChoice<Cloud>({
        ...frame(place, 3),
        placeholder: vscode.l10n.t('Which cloud is the key in? An identifier can be pasted here too.'),
        items: cloudItems(clipboard),
        itemsFor: text => pastedItems((typed = text)),
        ...(current && { current }),
      });
      if (choice === back || choice === cancel) return choice;
      if (choice === 'typed') return this.#take(draft, typed);
      if (choice !== 'clipboard') {
        draft.provider = choice;
        return this.field(fieldsOf[choice][0]);
      }
      const text = await vscode.env.clipboard.readText();
      if (pastedItems(text)) return this.#take(draft, text);
      const nothing = vscode.l10n.t('It has no identifier, and nothing that aws, az or gcloud print.');
      clipboard = `$(warning) ${nothing}`;
      current = choice;
    }
  };

  /** One step a field, the same function each time it is asked for, so that going back comes to it again. */
  field(field: IdentifierField): Step<UploadDraft> {
    return this.#fields[field];
  }

  readonly #fields: Readonly<Record<IdentifierField, Step<UploadDraft>>> = {
    keyArn: (draft, place) => this.#askField('keyArn', draft, place),
    keyUrl: (draft, place) => this.#askField('keyUrl', draft, place),
    keyVaultId: (draft, place) => this.#askField('keyVaultId', draft, place),
    tenantId: (draft, place) => this.#askField('tenantId', draft, place),
    keyName: (draft, place) => this.#askField('keyName', draft, place),
  };

  readonly displayName: Step<UploadDraft> = async (draft, place) => {
    const text = await askText({
      ...frame(place, 1),
      title: vscode.l10n.t('Upload a Key: Name'),
      prompt: vscode.l10n.t(
        'A name for people, such as the cluster it is for. It can be changed later, or left empty.',
      ),
      placeholder: 'payments-prod-eu',
      value: draft.displayName ?? '',
      keep: value => {
        if (value.trim() !== '') draft.displayName = value.trim();
      },
    });
    if (text === back || text === cancel) return text;
    draft.displayName = text.trim();
    return this.review;
  };

  /** Fills in what a text says; what is wrong in it is shown where it is asked for. */
  #take(draft: UploadDraft, text: string): Step<UploadDraft> {
    draft.provider = undefined;
    const provider = cloudOf(text);
    if (fillFrom(draft, text).length === 0 && provider) {
      draft.provider = provider;
      enter(draft, fieldsOf[provider][0], text.trim());
    }
    return this.next(draft);
  }

  async #askField(
    field: IdentifierField,
    draft: UploadDraft,
    place: StepPlace,
  ): ReturnType<Step<UploadDraft>> {
    const { name, prompt, example } = fieldWords(field);
    const fields: readonly IdentifierField[] = fieldsOf[draft.provider ?? 'AWS'];
    const value = draft.fields[field] ?? '';
    const text = await askText({
      ...frame(place, fields.length - fields.indexOf(field) + (draft.displayName === undefined ? 1 : 0)),
      title: vscode.l10n.t('Upload a Key: {0}', name),
      prompt,
      placeholder: example,
      value,
      validate: typed => objectTo(draft, field, typed),
      keep: typed => {
        if (typed !== value) enter(draft, field, typed);
      },
    });
    if (text === back || text === cancel) return text;
    if (text !== value) enter(draft, field, text);
    return this.next(draft);
  }
}

/** What is said while a field is typed: a mistake with its place and a right example, or something to note. */
function objectTo(draft: UploadDraft, field: IdentifierField, text: string): Objection | undefined {
  const copy = copyOf(draft);
  const filled = text === draft.fields[field] ? [field] : enter(copy, field, text);
  if (!filled.includes(field)) return elsewhere(copy, field, filled);
  const read = readField(copy, field);
  if (read.ok) return read.warnings.length === 0 ? undefined : warning(read.warnings);
  const { problem } = read;
  const sentence = explainProblem(problem);
  const placed =
    problem.part === 'whole' && problem.start === 0
      ? sentence
      : vscode.l10n.t('Character {0}: {1}', problem.start + 1, sentence);
  return { severity: 'error', message: `${placed} ${vscode.l10n.t('Like this: {0}', problem.example)}` };
}

/** A text that fills in other fields than the one that is asked for. */
function elsewhere(copy: UploadDraft, asked: IdentifierField, filled: readonly IdentifierField[]): Objection {
  const names = filled.map(field => fieldWords(field).name).join(', ');
  const sentence = vscode.l10n.t('This fills in: {0}. Still asked for: {1}.', names, fieldWords(asked).name);
  const notes = filled.flatMap(field => copy.notes[field] ?? []);
  if (notes.length === 0) return { severity: 'info', message: sentence };
  return { severity: 'warning', message: `${sentence} ${notes.map(explainProblem).join(' ')}` };
}

function warning(problems: readonly Problem[]): Objection {
  return { severity: 'warning', message: problems.map(explainProblem).join(' ') };
}

/** `after`: how many steps there are still, at the most. */
function frame(
  place: StepPlace,
  after: number,
): { readonly title: string; readonly place: StepPlace; readonly totalSteps: number } {
  return { title: vscode.l10n.t('Upload a Key'), place, totalSteps: place.number + after };
}

function cloudItems(clipboard: string): readonly ChoiceItem<Cloud>[] {
  return [
    ...knownProviders.map(value => ({ value, label: providerName(value), detail: serviceOf(value) })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      value: 'clipboard',
      label: `$(clippy) ${vscode.l10n.t('From the Clipboard')}`,
      detail: clipboard,
    },
  ];
}

/** The one item for a text that is, or begins like, what identifies a key. */
function pastedItems(text: string): readonly ChoiceItem<Cloud>[] | undefined {
  const draft = emptyDraft();
  const [field] = fillFrom(draft, text);
  const provider = draft.provider ?? cloudOf(text);
  if (provider === undefined) return undefined;
  const value = field === undefined ? text.trim() : (draft.fields[field] ?? '');
  const detail = pickerText(value.slice(0, 300));
  return [{ value: 'typed', label: providerName(provider), detail, alwaysShow: true }];
}

function cloudOf(text: string): KnownProvider | undefined {
  return providerOf(text.replace(/^[\s"'`]+/, ''));
}

function serviceOf(provider: KnownProvider): string {
  return { AWS: 'AWS Key Management Service', Azure: 'Azure Key Vault', GCP: 'Cloud Key Management Service' }[
    provider
  ];
}
