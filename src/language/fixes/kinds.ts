import { quoted } from '../blame.ts';
import { insertBelow, insertPair } from '../edit/insertPair.ts';
import { indentUnit } from '../edit/layout.ts';
import { removePair } from '../edit/removePair.ts';
import { KINDS } from '../schema/taskKinds.ts';
import { isNothing, pairOf } from '../source/value.ts';
import { lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** Gives a task that does nothing yet something to do. */
export const addKind: WayOut = function* ({ analysis: { text, root }, place }) {
  const found = lastPair(place);
  if (found === undefined || place.steps.length !== 2) return;
  const { map, pair } = found;
  const { value, key } = pair;
  if (value.type !== 'map' && !isNothing(value)) return;
  const examples = {
    run: `run: echo ${/^[\w-]+$/.test(key.value) ? key.value : 'done'}`,
    module: `module: tasks/${/^[\w-]+$/.test(key.value) ? key.value : 'task'}.mjs`,
    workflow: `workflow: ./${/^[\w-]+$/.test(key.value) ? key.value : 'other'}.flow.yaml`,
    approval: 'approval: Go on?',
  };
  for (const { kind, documentation } of KINDS) {
    const written = { block: [examples[kind]], flow: examples[kind] };
    const edit =
      value.type === 'map' && value.pairs.length > 0
        ? insertPair(text, value, written)
        : insertBelow(text, map, pair, written, indentUnit(text, root));
    yield { title: `Add ${quoted(kind)}: it ${documentation}`, edits: [edit] };
  }
};

/** Takes the key out that is blamed, or the kind that it doesn't go with. */
export const keepOneKind: WayOut = function* ({ analysis: { text }, diagnostic, place }) {
  const found = lastPair(place);
  if (found === undefined || place.steps.length !== 3) return;
  const { map, pair } = found;
  yield { title: `Remove ${quoted(pair.key.value)}`, edits: [removePair(text, map, pair)] };
  const [other] = diagnostic.related;
  const name = other === undefined ? '' : text.slice(other.range.start, other.range.end);
  const kind = pairOf(map, name);
  if (kind === undefined || !KINDS.some((each) => each.kind === pair.key.value)) return;
  yield { title: `Remove ${quoted(name)}`, edits: [removePair(text, map, kind)] };
};
