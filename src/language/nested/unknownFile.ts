import { blame, quoted } from '../blame.ts';
import { type NestedRule, workflowTasks } from './nestedFacts.ts';

/** A `workflow` whose file isn't there. */
export const unknownFile: NestedRule = function* ({ file }) {
  for (const { work } of workflowTasks(file)) {
    const path = work.path.value;
    if (!file.nested.has(path) || file.nested.get(path) !== undefined) continue;
    const message = `There is no file ${quoted(path)} that can be read, from the folder of this one. Mend the path, or make the file.`;
    yield blame('unknown-file', work.path.range, message);
  }
};
