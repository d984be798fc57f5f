import { type InputBoxOptions, type QuickPickItem, window } from 'vscode';

/** What a person does when asked: picks the item with this label, types this text, or presses Escape (`undefined`). */
export type Answer = string | undefined;

export interface Asked {
  /** What stood in the box or list, and in messages. */
  readonly questions: readonly string[];
  /** Of lists: their labels. */
  readonly choices: readonly (readonly string[])[];
  /** Of messages: their buttons. */
  readonly buttons: readonly (readonly string[])[];
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
  const message = async (text: string, ...items: (string | { readonly title: string })[]) => {
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
      return items.find(({ label }) => label === answer);
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
