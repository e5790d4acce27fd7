import * as vscode from 'vscode';
import { isCancelled } from '../api/isApiError';
import type { Connection } from '../connections/connection';
import type { Credential } from '../connections/credential';
import { apiKeyCredential, bearerCredential } from '../connections/credential';
import { defaultEndpoint, parseEndpoint } from '../connections/endpoint';
import { failureOf } from '../words/failure';
import type { Objection } from './inputs';
import { askChoice, askText } from './inputs';
import type { Step, StepPlace } from './runFlow';
import { back, cancel, runFlow } from './runFlow';
import { error, objectToApiKeyId, objectToEndpoint, objectToSecret } from './signInObjections';

/** Where Confluent Cloud makes API keys. */
const apiKeysPage = 'https://confluent.cloud/settings/api-keys';

/** What a sign-in needs to know. */
export interface SignIn {
  readonly label: string;
  readonly endpoint: string;
  readonly credential: Credential;
}

/** Tries a credential; gives the organization's name where it can be seen. Throws what the service throws. */
export type Try = (
  endpoint: string,
  credential: Credential,
  signal: AbortSignal,
) => Promise<string | undefined>;

interface Answers {
  kind: Credential['kind'];
  endpoint: string;
  apiKeyId: string;
  /** What the user typed; until then the suggestion is offered. */
  label: string;
  suggestedLabel: string;
  credential: Credential | undefined;
}

const totalSteps = { apiKey: 5, bearer: 4 };

/** Asks for everything, and tries the credential on the way. Undefined when the user left: then nothing has changed. */
export async function signInFlow(tryOut: Try): Promise<SignIn | undefined> {
  const answers: Answers = {
    kind: 'apiKey',
    endpoint: defaultEndpoint,
    apiKeyId: '',
    label: '',
    suggestedLabel: '',
    credential: undefined,
  };
  return await run(
    new Questions(vscode.l10n.t('Sign In to Confluent Cloud'), tryOut, undefined).kind,
    answers,
  );
}

/** Asks an existing connection's credential anew. */
export async function signInAgainFlow(connection: Connection, tryOut: Try): Promise<SignIn | undefined> {
  const { endpoint, label, apiKeyId = '' } = connection;
  const kind = connection.kind === 'bearer' ? 'bearer' : 'apiKey';
  const questions = new Questions(vscode.l10n.t('Sign In Again'), tryOut, kind === 'apiKey' ? 2 : 1);
  const first = kind === 'apiKey' ? questions.apiKeyId : questions.secret;
  return await run(first, { kind, endpoint, apiKeyId, label, suggestedLabel: '', credential: undefined });
}

async function run(first: Step<Answers>, answers: Answers): Promise<SignIn | undefined> {
  const done = await runFlow(first, answers);
  return done?.credential && { label: done.label, endpoint: done.endpoint, credential: done.credential };
}

class Questions {
  constructor(
    private readonly title: string,
    private readonly tryOut: Try,
    /** How many steps there are when a connection has its name already. */
    private readonly stepsAgain: number | undefined,
  ) {}

  readonly kind: Step<Answers> = async (answers, place) => {
    const kind = await askChoice<Credential['kind']>({
      ...this.#frame(answers, place),
      placeholder: vscode.l10n.t('How do you sign in?'),
      current: answers.kind,
      items: [
        {
          value: 'apiKey',
          label: vscode.l10n.t('Cloud API key'),
          detail: vscode.l10n.t('An id and a secret with the resource scope "Cloud resource management"'),
        },
        {
          value: 'bearer',
          label: vscode.l10n.t('Bearer token'),
          detail: vscode.l10n.t('A token of the Confluent security token service; it expires within minutes'),
        },
      ],
    });
    if (kind === back || kind === cancel) return kind;
    answers.kind = kind;
    return this.endpoint;
  };

  readonly endpoint: Step<Answers> = async (answers, place) => {
    const text = await askText({
      ...this.#frame(answers, place),
      prompt: vscode.l10n.t('Address of the Confluent Cloud API.'),
      placeholder: defaultEndpoint,
      value: answers.endpoint,
      validate: objectToEndpoint,
    });
    if (text === back || text === cancel) return text;
    const parsed = parseEndpoint(text);
    if ('endpoint' in parsed) answers.endpoint = parsed.endpoint;
    return answers.kind === 'apiKey' ? this.apiKeyId : this.secret;
  };

  readonly apiKeyId: Step<Answers> = async (answers, place) => {
    const text = await askText({
      ...this.#frame(answers, place),
      prompt: vscode.l10n.t('Id of the Cloud API key.'),
      placeholder: 'ABCDEFGHIJKLMNOP',
      value: answers.apiKeyId,
      buttons: [makeKeyButton()],
      validate: objectToApiKeyId,
    });
    if (text === back || text === cancel) return text;
    answers.apiKeyId = text.trim();
    return this.secret;
  };

  readonly secret: Step<Answers> = async (answers, place) => {
    const isKey = answers.kind === 'apiKey';
    const { host } = new URL(answers.endpoint);
    const credentialOf = (text: string): Credential =>
      isKey ? apiKeyCredential(answers.apiKeyId, text.trim()) : bearerCredential(text.trim());
    const text = await askText({
      ...this.#frame(answers, place),
      prompt: isKey
        ? vscode.l10n.t(
            'Secret of the Cloud API key. It is sent to {0} alone, and kept in the keyring of this machine.',
            host,
          )
        : vscode.l10n.t(
            'Bearer token. It is sent to {0} alone, and kept in the keyring of this machine.',
            host,
          ),
      isSecret: true,
      buttons: isKey ? [makeKeyButton()] : [],
      validate: objectToSecret,
      check: async (value, signal) => {
        try {
          const name = await this.tryOut(answers.endpoint, credentialOf(value), signal);
          answers.suggestedLabel = name ?? host;
          return undefined;
        } catch (error) {
          return isCancelled(error) ? undefined : objectToFailure(error);
        }
      },
    });
    if (text === back || text === cancel) return text;
    answers.credential = credentialOf(text);
    return this.stepsAgain === undefined ? this.label : undefined;
  };

  readonly label: Step<Answers> = async (answers, place) => {
    const text = await askText({
      ...this.#frame(answers, place),
      prompt: vscode.l10n.t('Signed in. A name for this organization, as the sidebar shows it.'),
      value: answers.label === '' ? answers.suggestedLabel : answers.label,
      validate: value =>
        value.trim() === ''
          ? error(vscode.l10n.t('Type a name, such as "Production" or the name of the organization.'))
          : undefined,
    });
    if (text === back || text === cancel) return text;
    answers.label = text.trim();
    return undefined;
  };

  #frame({ kind }: Answers, place: StepPlace): { title: string; place: StepPlace; totalSteps: number } {
    return { title: this.title, place, totalSteps: this.stepsAgain ?? totalSteps[kind] };
  }
}

function makeKeyButton(): vscode.QuickInputButton & { run: () => void } {
  return {
    iconPath: new vscode.ThemeIcon('link-external'),
    tooltip: vscode.l10n.t('Create a Cloud API key in Confluent Cloud'),
    run: () => void vscode.env.openExternal(vscode.Uri.parse(apiKeysPage)),
  };
}

/** What the service says is cleared of links where it is shown. */
function objectToFailure(cause: unknown): Objection {
  const { reason, advice, words } = failureOf(cause);
  const said =
    words.length === 0 ? [] : [vscode.l10n.t('Confluent Cloud says:'), ...words.map(word => `"${word}"`)];
  return error([reason, advice, ...said].join(' '));
}
