import { blame } from '../blame.ts';
import { isWorkflowPath } from '../rules/workflowPath.ts';
import { filesWithin } from './fileCycle.ts';
import { type NestedRule, workflowTasks } from './nestedFacts.ts';
import { MOST_FILES, type NestedFile } from './nestedFiles.ts';

/** A plan holds every task, those of nested workflows included: a few files can ask for more than any machine has. */
const MOST_TASKS = 100_000;

/** Workflows that run one another so often that no machine could hold their tasks. */
export const nestedSize: NestedRule = function* ({ file }) {
  const [first] = workflowTasks(file);
  if (first === undefined) return;
  if ([...filesWithin(file)].some(hasUnread)) {
    const message = `With those that it runs, the workflow has more than ${MOST_FILES} files. Run fewer of them.`;
    yield blame('nested-workflow', first.work.path.range, message);
    return;
  }
  const count = tasksWithin(file, new Map());
  if (Number.isNaN(count) || count <= MOST_TASKS) return;
  const message = `With those that it runs, the workflow has ${count} tasks, and ${MOST_TASKS} are the most. Run fewer of them.`;
  yield blame('nested-workflow', first.work.path.range, message);
};

/** Whether one of the files that it runs was one too many. */
function hasUnread(file: NestedFile): boolean {
  return workflowTasks(file).some(
    ({ work: { path } }) => isWorkflowPath(path.value) && !file.nested.has(path.value),
  );
}

/** Each file is counted once, however often it is run. Where they run one another in circles there is no number. */
function tasksWithin(file: NestedFile, known: Map<NestedFile, number>): number {
  const before = known.get(file);
  if (before !== undefined) return before;
  known.set(file, Number.NaN);
  let count = file.analysis.workflow.tasks.length;
  for (const { work } of workflowTasks(file)) {
    const next = file.nested.get(work.path.value);
    if (next !== undefined) count += tasksWithin(next, known);
  }
  known.set(file, count);
  return count;
}
