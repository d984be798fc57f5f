import {
  type InputBoxOptions,
  type MessageItem,
  type MessageOptions,
  type QuickPickItem,
  window,
} from 'vscode';

/** What a person does when asked: picks the item with this label, types this text, or presses Escape (`undefined`). */
export type Answer = string | undefined;

/** Instead of a label: the first item of a list, or the last. */
export const PICK_FIRST = '<first>';
export const PICK_LAST = '<last>';

export interface Asked {
  /** What stood in the box or list, and in messages. */
  readonly questions: readonly string[];
  /** Of lists: their labels. */
  readonly choices: readonly (readonly string[])[];
  /** Of messages: their buttons. */
  readonly buttons: readonly (readonly string[])[];
  /** Of modal messages: what they say below. */
  readonly details: readonly string[];
  /** What the box said of the text that was typed. */
  readonly faults: readonly string[];
}

/**
 * Answers the questions that `act` brings about, in order, as a person would: the API object of an extension is
 * its own, so its `window` can be given other ears. A question too many is an error. `act` is given a promise of
 * the last answer.
 */
export async function answering(
  answers: readonly Answer[],
  act: (answered: Promise<void>) => Promise<unknown>,
): Promise<Asked> {
  const left = [...answers];
  const answered = Promise.withResolvers<void>();
  const asked = {
    questions: [] as string[],
    choices: [] as string[][],
    buttons: [] as string[][],
    details: [] as string[],
    faults: [] as string[],
  };
  const { showInputBox, showQuickPick, showErrorMessage, showWarningMessage, showInformationMessage } =
    window;
  const ask = (question: string): Answer => {
    asked.questions.push(question);
    if (left.length === 0) throw new Error(`Nobody answers: ${question}`);
    const answer = left.shift();
    if (left.length === 0) answered.resolve();
    return answer;
  };
  const message = async (text: string, ...others: Other[]) => {
    const items = others.filter(isItem);
    for (const { detail = '' } of others.filter(isOptions)) asked.details.push(detail);
    const titles = items.map((item) => (typeof item === 'string' ? item : item.title));
    asked.buttons.push(titles);
    const answer = ask(text);
    return answer === undefined ? undefined : items[titles.indexOf(answer)];
  };
  const doubles = {
    showInputBox: async (options: InputBoxOptions = {}) => {
      const answer = ask(options.prompt ?? '');
      if (answer === undefined) return undefined;
      const fault = await options.validateInput?.(answer);
      if (fault === undefined || fault === null || fault === '') return answer;
      asked.faults.push(typeof fault === 'string' ? fault : fault.message);
      return undefined;
    },
    showQuickPick: async (items: readonly QuickPickItem[], options?: { readonly placeHolder?: string }) => {
      asked.choices.push(items.map(({ label }) => label));
      const answer = ask(options?.placeHolder ?? '');
      if (answer === PICK_FIRST) return items[0];
      return answer === PICK_LAST ? items.at(-1) : items.find(({ label }) => label === answer);
    },
    showErrorMessage: message,
    showWarningMessage: message,
    showInformationMessage: message,
  };
  try {
    Object.assign(window, doubles);
    await act(answered.promise);
    return asked;
  } finally {
    Object.assign(window, {
      showInputBox,
      showQuickPick,
      showErrorMessage,
      showWarningMessage,
      showInformationMessage,
    });
  }
}

type Other = string | MessageItem | MessageOptions;

function isItem(other: Other): other is string | MessageItem {
  return typeof other === 'string' || 'title' in other;
}

function isOptions(other: Other): other is MessageOptions {
  return !isItem(other);
}
