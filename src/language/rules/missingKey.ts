import { blame } from '../blame.ts';
import type { FileRule } from '../facts.ts';
import { isNothing, pairOf } from '../source/value.ts';

/** A workflow has tasks. (The options of a `choice` are the rule of inputs.) */
export const missingKey: FileRule = function* ({ root, shared }) {
  const example = 'Write "tasks:", then each task by its name with what it runs.';
  if (root === undefined || isNothing(root)) {
    yield blame('missing-key', { start: 0, end: 0 }, `The file holds no workflow yet. ${example}`);
    return;
  }
  if (root.type !== 'map') {
    yield blame('wrong-type', root.range, 'A workflow is a map of keys such as "name:" and "tasks:".');
    return;
  }
  const tasks = pairOf(root, 'tasks');
  if (tasks === undefined) {
    const range = root.pairs[0]?.key.range ?? root.range;
    yield blame('missing-key', range, `The workflow has no tasks. ${example}`);
  } else if (
    isNothing(tasks.value) ||
    (tasks.value.type === 'map' && shared.known.idsOf(false).length === 0)
  ) {
    yield blame(
      'missing-key',
      tasks.key.range,
      'There is no task yet. Write one by its name with what it runs.',
    );
  }
};
