import { asksForStatus } from '../../expression/evaluate.ts';
import type { Text } from '../../model/text.ts';
import { blame, quoted } from '../blame.ts';
import type { FileRule } from '../facts.ts';
import type { Entry } from '../parts/placedEntry.ts';
import { areApart } from './graph/globsApart.ts';

/**
 * A need that makes files of which the task, by the `inputs` of its own cache, reads none, and nothing else of it either:
 * the task waits for nothing, or an input isn't named.
 */
export const couldStartEarlier: FileRule = function* (facts) {
  for (const entry of facts.entries) {
    const { own } = entry;
    if (own.task.cache === undefined || own.needs.length === 0 || !isJudgedByFiles(own)) continue;
    for (const { value: id, range } of entry.task.needs) {
      const needed = facts.tasksById.get(id);
      const made = needed?.cache?.outputs ?? [];
      if (needed === undefined || made.length === 0 || reads(entry, id)) continue;
      if (!areAllApart(own.task.cache.inputs, made)) continue;
      const message = `${quoted(own.id)} reads nothing that ${quoted(id)} makes, going by the "inputs" of its cache, so it could start without waiting for it. Take the need out, or name in "inputs" what is read.`;
      yield blame('could-start-earlier', range, message, {
        related: [{ message: 'What is made.', range: made[0]?.range ?? needed.id.range }],
      });
    }
  }
};

function isJudgedByFiles({ task, kind, knowsNoNeeds }: Entry['own']): boolean {
  if (task.finally || task.cache === undefined || task.cache.inputs.length === 0) return false;
  if (task.if !== undefined && asksForStatus(task.if.value)) return false;
  return kind === 'run' && knowsNoNeeds();
}

function reads({ own }: Entry, id: string): boolean {
  return own.expressions.some(({ references }) =>
    references.some(({ context, path }) => context === 'tasks' && (path[0]?.name ?? id) === id),
  );
}

function areAllApart(inputs: readonly Text[], made: readonly Text[]): boolean {
  return inputs.every((input) => made.every((output) => areApart(input.value, output.value)));
}
