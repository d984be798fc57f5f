import { type QuickPickItem, window } from 'vscode';
import type { Plan } from '../../model/plan.ts';
import type { InputDefinition } from '../../model/workflow.ts';
import type { InputFiles } from '../../orchestrator/inputFiles.ts';
import { inputFault } from '../../orchestrator/inputs.ts';

type Given = Readonly<Record<string, string>>;

/**
 * Asks for each input that has no default and isn't given, one after the other.
 * Returns the text of each, or `undefined` when the person backed out: then nothing is to be run.
 */
export async function askInputs(
  { name: workflow, inputs: definitions }: Pick<Plan, 'name' | 'inputs'>,
  files: InputFiles,
  given: Given,
): Promise<Given | undefined> {
  const open = Object.entries(definitions).filter(
    ([name, definition]) => definition.default === undefined && given[name] === undefined,
  );
  const answers: Record<string, string> = { ...given };
  for (const [index, [name, definition]] of open.entries()) {
    const step = open.length > 1 ? ` (${index + 1}/${open.length})` : '';
    const answer = await ask(`${workflow}${step}`, name, { definition, files });
    if (answer === undefined) return undefined;
    answers[name] = answer;
  }
  return answers;
}

async function ask(
  title: string,
  name: string,
  { definition, files }: { readonly definition: InputDefinition; readonly files: InputFiles },
): Promise<string | undefined> {
  const prompt = definition.description === undefined ? name : `${name}: ${definition.description}`;
  if (definition.type === 'boolean') return pick(title, prompt, ['true', 'false']);
  if (definition.type === 'choice') return pick(title, prompt, definition.options ?? []);
  return window.showInputBox({
    title,
    prompt,
    placeHolder: placeHolder(definition),
    ignoreFocusOut: true,
    validateInput: (text) => inputFault(name, definition, text, files),
  });
}

async function pick(
  title: string,
  placeHolder: string,
  options: readonly string[],
): Promise<string | undefined> {
  const items: readonly QuickPickItem[] = options.map((label) => ({ label }));
  const picked = await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  return picked?.label;
}

function placeHolder({ type, minimum, maximum }: InputDefinition): string {
  if (type === 'file') return 'the path of a file';
  if (type !== 'number') return '';
  if (minimum !== undefined && maximum !== undefined) return `a number from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `a number, ${minimum} or more`;
  if (maximum !== undefined) return `a number, ${maximum} or less`;
  return 'a number';
}
