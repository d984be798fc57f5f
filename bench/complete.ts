/**
 * What it costs to say what could be written at a place, right after a letter was typed there: over places in files of
 * growing size, the analysis itself not counted (see `keystroke.ts`). Beside it a floor taken in the same run: to go
 * through the tasks once and list their names. Times are of the process, in ms, so that other work counts less.
 * A cost that isn't quadratic shows as one that grows with the file, and no faster.
 *
 *     node bench/complete.ts
 */
import { type Analysis, analyze } from '../src/language/analyze.ts';
import { complete } from '../src/language/complete.ts';
import { bigWorkflow } from './bigWorkflow.ts';
import { median, timeOf, times } from './processTime.ts';

const SIZES = [1000, 10_000];
const LETTERS = 15;

const rows: Record<string, string | number>[] = [];
for (const tasks of SIZES) {
  const text = bigWorkflow(tasks);
  const base = analyze(text);
  const floor = median(times(LETTERS, () => base.workflow.tasks.map(({ id }) => ({ label: id.value }))));
  for (const [where, probe] of Object.entries(placesIn(text, tasks))) {
    const { spent, offered } = typed(text, base, probe);
    rows.push({
      tasks,
      at: where,
      offered,
      'median, ms': median(spent).toFixed(2),
      'slowest, ms': Math.max(...spent).toFixed(2),
      'floor, ms': floor.toFixed(2),
    });
  }
}
console.table(rows);
for (const tasks of SIZES) {
  const all = rows.filter((row) => row['tasks'] === tasks).map((row) => Number(row['median, ms']));
  console.log(`${tasks} tasks: ${median(all).toFixed(2)} ms, the median over these places`);
}

interface Probe {
  readonly at: number;
  readonly written: string;
  /** What follows the cursor; nothing of its own where it is left out. */
  readonly rest?: string;
}

/** Where something is written, and what, up to the cursor; a letter is typed behind it again and again. */
function placesIn(text: string, tasks: number): Readonly<Record<string, Probe>> {
  const middle = tasks >> 1;
  const behind = (words: string, written: string, rest = ''): Probe => {
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`The file has no ${words}.`);
    return { at: at + words.length, written, rest };
  };
  const end = { at: text.length };
  return {
    'a key of a task': behind(`number ${middle}\n`, '    co', '\n'),
    'a key at the end': { ...end, written: '    co' },
    'a new task at the end': { ...end, written: '  n' },
    'a need of the first task': behind('  task_0:\n', '    needs: [t', ']\n'),
    'a need in the middle': behind(`needs: [task_${middle - 1}`, ', t'),
    'a need at the end': { ...end, written: '  last:\n    needs: [t' },
    'a value': behind(`number ${middle}\n`, '    priority: h', '\n'),
    'a task in an expression': behind(`rows }}" ${middle}`, ' ${{ tasks.t'),
    'a task in an expression at the end': {
      ...end,
      written: `  last:\n    needs: task_${tasks - 1}\n    if: tasks.t`,
    },
    'an output': behind(`rows }}" ${middle}`, ` \${{ tasks.task_${middle - 1}.outputs.k`),
    'a state': behind(`rows }}" ${middle}`, ` \${{ tasks.task_${middle - 1}.state == 'f`),
    'the beginning of an expression': behind(`rows }}" ${middle}`, ' ${{ t'),
  };
}

/** The time at each letter: of what is asked first of an analysis that was just made. */
function typed(
  text: string,
  base: Analysis,
  { at, written, rest = '' }: Probe,
): { readonly spent: readonly number[]; readonly offered: number } {
  let analysis = base;
  let offered = 0;
  const spent = Array.from({ length: LETTERS }, (_, i) => {
    const letters = `${written}${'a'.repeat(i)}`;
    analysis = analyze(`${text.slice(0, at)}${letters}${rest}${text.slice(at)}`, undefined, analysis);
    return timeOf(() => {
      offered = complete(analysis, at + letters.length).length;
    });
  });
  return { spent, offered };
}
