import { blame } from '../blame.ts';
import { fileName, wayBetween } from './fileCycle.ts';
import { type NestedRule, workflowTasks } from './nestedFacts.ts';

/** A workflow that runs itself, directly or through others. */
export const nestedCycle: NestedRule = function* ({ file }) {
  for (const { work } of workflowTasks(file)) {
    const next = file.nested.get(work.path.value);
    const way = next === undefined ? undefined : wayBetween(next, file);
    if (way === undefined) continue;
    const chain = [file, ...way].map(fileName).join(' → ');
    yield blame(
      'cycle',
      work.path.range,
      `A workflow can't run itself: ${chain}. Take one of these tasks out.`,
    );
  }
};
