import { blame } from '../blame.ts';
import { filesWithin, wayBetween } from './fileCycle.ts';
import { type FileRule, workflowTasks } from './fileFacts.ts';
import type { NestedFile } from './nestedFiles.ts';

/** A plan holds every task, those of nested workflows included: a few files can ask for more than any machine has. */
const MOST_TASKS = 100_000;

/** Workflows that run one another so often that no machine could hold their tasks. */
export const nestedSize: FileRule = function* ({ file }) {
  const [first] = workflowTasks(file);
  if (first === undefined || goesInCircles(file)) return;
  const count = tasksWithin(file, new Map());
  if (count <= MOST_TASKS) return;
  const message = `With those that it runs, the workflow has ${count} tasks, and ${MOST_TASKS} are the most. Run fewer of them.`;
  yield blame('nested-workflow', first.work.path.range, message);
};

function goesInCircles(file: NestedFile): boolean {
  return [...filesWithin(file)].some((each) =>
    [...each.nested.values()].some((next) => next !== undefined && wayBetween(next, each) !== undefined),
  );
}

/** Each file is counted once, however often it is run. */
function tasksWithin(file: NestedFile, known: Map<NestedFile, number>): number {
  const before = known.get(file);
  if (before !== undefined) return before;
  let count = file.analysis.workflow.tasks.length;
  for (const { work } of workflowTasks(file)) {
    const next = file.nested.get(work.path.value);
    if (next !== undefined) count += tasksWithin(next, known);
  }
  known.set(file, count);
  return count;
}
