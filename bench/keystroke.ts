/**
 * What it costs to say what is wrong with a workflow at every key that somebody presses: letters typed one by one at
 * several places of a file, from the text to all its diagnostics, beside two floors taken in the same run, over the
 * same text: `yaml`'s lexer alone, and its `parseDocument` (without the check for unique keys, which is quadratic).
 * Times are of the process, in ms, so that other work on the machine counts less.
 *
 *     node bench/keystroke.ts
 *
 * `node bench/keystrokeInEditor.ts` says how long it is until VS Code is told.
 */
import { Lexer, parseDocument } from 'yaml';
import { type Analysis, analyze } from '../src/language/analyze.ts';
import { bigWorkflow } from './bigWorkflow.ts';
import { median, quantile, timeOf, times } from './processTime.ts';

const SIZES = [1000, 10_000];
const LETTERS = 60;

const rows = [];
for (const tasks of SIZES) {
  const text = bigWorkflow(tasks);
  const lexer = median(times(5, () => [...new Lexer().lex(text)].length));
  const document = median(times(3, () => parseDocument(text, { uniqueKeys: false })));
  for (const [where, at] of Object.entries(placesIn(text, tasks))) {
    const spent = typed(text, at);
    rows.push({
      tasks,
      'a letter in': where,
      'median, ms': median(spent).toFixed(1),
      'of ten the slowest, ms': quantile(spent, 0.9).toFixed(1),
      'of the lexer': (median(spent) / lexer).toFixed(2),
      'of parseDocument': (median(spent) / document).toFixed(3),
    });
  }
  console.log(
    `${tasks} tasks, ${text.length} letters: lexer ${lexer.toFixed(0)} ms, parseDocument ${document.toFixed(0)} ms`,
  );
}
console.table(rows);

/** Where a file is typed in: offsets of its text. */
function placesIn(text: string, tasks: number): Readonly<Record<string, number>> {
  const behind = (words: string): number => {
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`The file has no ${words}.`);
    return at + words.length;
  };
  const middle = tasks >> 1;
  return {
    'a script': behind(`rows }}" ${middle}`),
    "a task's name": behind(`\n  task_${middle}`),
    'a need': behind(`[task_${middle}`),
    "the workflow's name": behind('name: big'),
    "an input's name": behind('  rows'),
    'the last task': text.length - 1,
  };
}

/** The time of each letter. */
function typed(text: string, at: number): readonly number[] {
  let analysis: Analysis = analyze(text);
  return Array.from({ length: LETTERS }, (_, i) => {
    const next = `${text.slice(0, at)}${'x'.repeat(i + 1)}${text.slice(at)}`;
    return timeOf(() => {
      analysis = analyze(next, undefined, analysis);
    });
  });
}
