import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { KINDS } from '../schema/taskSchema.ts';
import { isNothing, type Pair, pairOf } from '../source/value.ts';

/** A task is of exactly one kind, and has no keys of another. */
export const taskKind: Rule = function* ({ visited }) {
  for (const { map, names } of visited.maps) {
    if (names === 'task') for (const pair of map.pairs) yield* faultsOf(pair);
  }
};

function* faultsOf({ key, value }: Pair): Iterable<Diagnostic> {
  if (value.type !== 'map' && !isNothing(value)) return;
  const kinds = value.type === 'map' ? KINDS.filter(({ kind }) => pairOf(value, kind) !== undefined) : [];
  const [first, ...others] = kinds;
  if (first === undefined || value.type !== 'map') {
    const choices = KINDS.map(({ kind, documentation }) => `"${kind}" (${documentation})`).join(' or ');
    yield blame(
      'task-kind',
      key.range,
      `The task ${quoted(key.value)} does nothing yet. Give it ${choices}.`,
    );
    return;
  }
  const firstKey = pairOf(value, first.kind)?.key.range ?? key.range;
  for (const { kind } of others) {
    const range = pairOf(value, kind)?.key.range ?? key.range;
    const message = `A task does one thing: keep "${first.kind}" or "${kind}", or make two tasks of it.`;
    yield blame('task-kind', range, message, { related: [{ message: 'The other kind.', range: firstKey }] });
  }
  if (others.length > 0) return;
  for (const { kind, own } of KINDS) {
    if (kind === first.kind) continue;
    for (const name of own) {
      const stray = pairOf(value, name);
      if (stray === undefined) continue;
      const message = `"${name}" is for "${kind}" and means nothing beside "${first.kind}". Leave it out.`;
      yield blame('task-kind', stray.key.range, message, {
        related: [{ message: `The kind of this task.`, range: firstKey }],
      });
    }
  }
}
