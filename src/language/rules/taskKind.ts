import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Range } from '../../model/text.ts';
import type { TaskKind } from '../../model/workflow.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { KINDS, kindsFor, PARTICULAR_KEYS } from '../schema/taskKinds.ts';
import { isNothing, type MapValue, type Pair, pairOf } from '../source/value.ts';

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
    const choices = listed(
      KINDS.map(({ kind, documentation }) => `"${kind}" (${documentation})`),
      'or',
    );
    const message = `The task ${quoted(key.value)} does nothing yet. Give it ${choices}.`;
    yield blame('task-kind', key.range, message);
    return;
  }
  const firstKey = pairOf(value, first.kind)?.key.range ?? key.range;
  for (const { kind } of others) {
    const range = pairOf(value, kind)?.key.range ?? key.range;
    const message = `A task does one thing: keep "${first.kind}" or "${kind}", or make two tasks of it.`;
    yield blame('task-kind', range, message, { related: [{ message: 'The other kind.', range: firstKey }] });
  }
  if (others.length === 0) yield* strayKeys(value, first.kind, firstKey);
}

/** Keys that mean nothing beside a kind. */
function* strayKeys(map: MapValue, kind: TaskKind, kindKey: Range): Iterable<Diagnostic> {
  for (const name of PARTICULAR_KEYS) {
    const kinds = kindsFor(name) ?? [];
    const stray = pairOf(map, name);
    if (stray === undefined || kinds.includes(kind)) continue;
    const others = listed(
      kinds.map((each) => `"${each}"`),
      'and',
    );
    const message = `"${name}" is for ${others} and means nothing beside "${kind}". Leave it out.`;
    yield blame('task-kind', stray.key.range, message, {
      related: [{ message: 'The kind of this task.', range: kindKey }],
    });
  }
}

function listed(words: readonly string[], joint: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}
