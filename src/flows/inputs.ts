import * as vscode from 'vscode';
import { withoutLinks } from '../words/plainText';
import type { StepPlace } from './runFlow';
import { back, cancel } from './runFlow';

/** A sentence about what was typed. A warning does not keep the user from going on. */
export interface Objection {
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'info';
}

export interface TextQuestion {
  readonly title: string;
  readonly place: StepPlace;
  readonly totalSteps: number;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly isSecret?: boolean;
  /** Looked at with every key that is typed. */
  readonly validate?: (value: string) => Objection | undefined;
  /** Takes what stands in the box when the user goes back, so that it is there again later. */
  readonly keep?: (value: string) => void;
  /** Asked once the user accepts; what it objects to is shown below what was typed, which stays. */
  readonly check?: (value: string, signal: AbortSignal) => Promise<Objection | undefined>;
  /** Buttons in the title, beside Back. */
  readonly buttons?: readonly (vscode.QuickInputButton & { readonly run: () => void })[];
}

/** Asks for a line of text. */
export function askText(question: TextQuestion): Promise<string | typeof back | typeof cancel> {
  const input = vscode.window.createInputBox();
  const { promise, resolve } = Promise.withResolvers<string | typeof back | typeof cancel>();
  const controller = new AbortController();
  const { validate, check, buttons = [] } = question;
  input.title = question.title;
  input.step = question.place.number;
  input.totalSteps = question.totalSteps;
  input.prompt = withoutLinks(question.prompt);
  input.placeholder = question.placeholder ?? '';
  input.password = question.isSecret ?? false;
  input.value = question.value ?? '';
  input.ignoreFocusOut = true;
  input.buttons = [...(question.place.canGoBack ? [vscode.QuickInputButtons.Back] : []), ...buttons];

  let isTouched = input.value !== '';
  const object = (objection: Objection | undefined): void => {
    // Unlike what `showInputBox` validates, this is drawn with links that run commands.
    input.validationMessage = objection && {
      message: withoutLinks(objection.message),
      severity: severityOf(objection),
    };
  };
  const validateNow = (): boolean => {
    const objection = isTouched ? validate?.(input.value) : undefined;
    object(objection);
    return objection?.severity !== 'error';
  };
  const accept = async (): Promise<void> => {
    isTouched = true;
    if (!input.enabled || !validateNow()) return;
    const { value } = input;
    input.busy = true;
    input.enabled = false;
    try {
      const objection = await check?.(value, controller.signal);
      if (controller.signal.aborted) return;
      if (objection?.severity !== 'error') resolve(value);
      else object(objection);
    } finally {
      input.busy = false;
      input.enabled = true;
    }
  };
  input.onDidChangeValue(() => {
    isTouched = true;
    validateNow();
  });
  input.onDidAccept(() => void accept());
  input.onDidTriggerButton(button => {
    if (button === vscode.QuickInputButtons.Back) {
      question.keep?.(input.value);
      resolve(back);
    } else buttons.find(each => each === button)?.run();
  });
  input.onDidHide(() => resolve(cancel));
  validateNow();
  input.show();
  return promise.finally(() => {
    controller.abort();
    input.dispose();
  });
}

export type ChoiceItem<T> = vscode.QuickPickItem & { readonly value?: T };

export interface ChoiceQuestion<T> {
  readonly title: string;
  readonly place: StepPlace;
  readonly totalSteps: number;
  readonly placeholder: string;
  readonly items: readonly ChoiceItem<T>[];
  /** The value that is active at first. */
  readonly current?: T;
  /** The items instead, for what is typed or pasted; undefined where the usual ones are searched for it. */
  readonly itemsFor?: (typed: string) => readonly ChoiceItem<T>[] | undefined;
}

/** Asks for one of several. */
export function askChoice<T>(question: ChoiceQuestion<T>): Promise<T | typeof back | typeof cancel> {
  const pick = vscode.window.createQuickPick<ChoiceItem<T>>();
  const { promise, resolve } = Promise.withResolvers<T | typeof back | typeof cancel>();
  pick.title = question.title;
  pick.step = question.place.number;
  pick.totalSteps = question.totalSteps;
  pick.placeholder = question.placeholder;
  pick.items = question.items;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.buttons = question.place.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  const current = question.items.filter(({ value }) => value !== undefined && value === question.current);
  // An empty list would take the focus from the first item, and Enter with it.
  if (current.length > 0) pick.activeItems = current;
  pick.onDidChangeValue(typed => {
    const items = question.itemsFor?.(typed) ?? question.items;
    if (items !== pick.items) pick.items = items;
  });
  pick.onDidAccept(() => {
    // Enter can come before the items for what was typed.
    const items = question.itemsFor?.(pick.value) ?? pick.activeItems;
    const value = items[0]?.value;
    if (value !== undefined) resolve(value);
  });
  pick.onDidTriggerButton(() => resolve(back));
  pick.onDidHide(() => resolve(cancel));
  pick.show();
  return promise.finally(() => pick.dispose());
}

function severityOf({ severity }: Objection): vscode.InputBoxValidationSeverity {
  const { Error: error, Warning: warning, Info: info } = vscode.InputBoxValidationSeverity;
  return { error, warning, info }[severity];
}
