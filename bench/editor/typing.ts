import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { languages, type Position, type TextEditor, type Uri, window, workspace } from 'vscode';
import { bigWorkflow } from '../bigWorkflow.ts';

/** What one size of file came to. Times in ms. */
export interface Typing {
  readonly tasks: number;
  /** From the moment that the extension host hears of a letter until VS Code is told the problems. */
  readonly published: readonly number[];
  /** The longest that the extension host did nothing else meanwhile, whatever it was busy with. */
  readonly longestTask: number;
}

const SIZES = [1000, 10_000];
/** Of a name longer than 60 letters a message only tells the beginning. */
const LETTERS = 40;

/** Types in files of some sizes inside of a real extension host; writes a list of `Typing` to `$FLOW_BENCH_RESULTS`. */
export async function run(): Promise<void> {
  const results: Typing[] = [];
  for (const tasks of SIZES) results.push(await typeIn(tasks));
  writeFileSync(process.env['FLOW_BENCH_RESULTS'] ?? 'typing.json', JSON.stringify(results));
}

async function typeIn(tasks: number): Promise<Typing> {
  const text = bigWorkflow(tasks);
  const document = await workspace.openTextDocument({ language: 'flow-yaml', content: text });
  const editor = await window.showTextDocument(document);
  // In a need, so that at each letter there is something else to say.
  const need = `[task_${(tasks >> 1) - 1}`;
  const place = document.positionAt(text.indexOf(need) + need.length);
  await letter(editor, place, 0);
  const published: number[] = [];
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  for (let i = 1; i <= LETTERS; i++) published.push(await letter(editor, place, i));
  loop.disable();
  return { tasks, published, longestTask: loop.max / 1e6 };
}

/** Types the letter with this number behind the others. Resolves with the ms until its problem is there. */
function letter(editor: TextEditor, place: Position, number: number): Promise<number> {
  const { uri } = editor.document;
  return new Promise((resolve) => {
    const listening = workspace.onDidChangeTextDocument(() => {
      listening.dispose();
      const heardAt = performance.now();
      const look = (): void => {
        if (isTold(uri, number + 1)) resolve(performance.now() - heardAt);
        else setImmediate(look);
      };
      look();
    });
    const at = place.translate(0, number);
    editor.edit((edit) => edit.insert(at, 'x'), { undoStopBefore: false, undoStopAfter: false });
  });
}

/** Whether a task with so many letters too many in its name is missed. (VS Code's event about problems is 50 ms late.) */
function isTold(uri: Uri, letters: number): boolean {
  const name = new RegExp(`\\dx{${letters}}"`);
  return languages.getDiagnostics(uri).some(({ message }) => name.test(message));
}
