import type { Input } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { insertBelow, insertPair, type NewPair } from '../edit/insertPair.ts';
import { insertTopKey } from '../edit/insertTopKey.ts';
import { indentUnit, lineBreak } from '../edit/layout.ts';
import { removePair } from '../edit/removePair.ts';
import { asScalar } from '../edit/scalar.ts';
import { nestedOf } from '../nested/nestedOf.ts';
import { asTexts } from '../read/scalars.ts';
import { isNothing, pairOf } from '../source/value.ts';
import { keysOf, lastPair } from '../stepsTo.ts';
import type { Draft, Problem, WayOut } from './wayOut.ts';

/** Writes what has to be there and isn't. */
export const addMissingKey: WayOut = function* (problem) {
  const { analysis, place } = problem;
  const keys = keysOf(place);
  const [section = '', name, key] = keys;
  const found = lastPair(place);
  if (analysis.root === undefined || isNothing(analysis.root)) yield* firstTask(analysis);
  else if (section === 'inputs' && name !== undefined) yield* options(problem);
  else if (section === 'pools' && found !== undefined && name !== undefined) {
    const limit = { block: ['limit: 1'], flow: 'limit: 1' };
    const unit = indentUnit(analysis.text, analysis.root);
    yield {
      title: 'Add "limit: 1"',
      edits: [insertBelow(analysis.text, found.map, found.pair, limit, unit)],
    };
  } else if (key === 'default' && found !== undefined) {
    const timeout = { block: ['timeout: 1h'], flow: 'timeout: 1h' };
    yield { title: 'Add "timeout: 1h"', edits: [insertPair(analysis.text, found.map, timeout, found.pair)] };
    yield { title: 'Remove "default"', edits: [removePair(analysis.text, found.map, found.pair)] };
  } else if (key === 'with' || key === 'workflow') yield* nestedInputs(problem, name ?? '');
  else if (keys.length <= 1) yield* firstTask(analysis);
};

const TASK = 'build';

function* firstTask(analysis: Analysis): Iterable<Draft> {
  const { text, root } = analysis;
  const unit = indentUnit(text, root);
  const task: NewPair = {
    block: [`${TASK}:`, `${unit}run: echo ${TASK}`],
    flow: `${TASK}: { run: echo ${TASK} }`,
  };
  const title = `Add a task "${TASK}"`;
  const tasks: NewPair = { block: ['tasks:', ...task.block.map((line) => unit + line)], flow: '' };
  if (root?.type !== 'map') {
    const nl = lineBreak(text);
    const lead = text === '' || text.endsWith('\n') || text.trim() === '~' ? '' : nl;
    // `~` says in its own way that there is nothing.
    const isWritten = root !== undefined && root.range.end > root.range.start;
    const range = isWritten ? root.range : { start: text.length, end: text.length };
    yield { title, edits: [{ range, newText: `${lead}${tasks.block.join(nl)}${nl}` }] };
    return;
  }
  const owner = pairOf(root, 'tasks');
  const edit =
    owner === undefined ? insertTopKey(analysis, 'tasks', tasks) : insertBelow(text, root, owner, task, unit);
  yield { title, edits: [edit] };
}

/** A choice without options: its default is one of them. */
function* options({ analysis: { text, root }, place }: Problem): Iterable<Draft> {
  const input = place.steps[1];
  const value = input?.type === 'pair' ? input.pair.value : undefined;
  if (value?.type !== 'map') return;
  const standard = pairOf(value, 'default');
  const [first] = standard === undefined ? [] : asTexts(standard.value);
  const items = first === undefined ? 'small, large' : `${asScalar(first.value, true)}`;
  const there = pairOf(value, 'options');
  const written = `options: [${items}]`;
  const title = `Add ${JSON.stringify(written)}`;
  if (there !== undefined) {
    if (there.merged || root === undefined) return;
    const isFlow = there.value.range.end > there.value.range.start;
    const range = isFlow
      ? there.value.range
      : {
          start: text.indexOf(':', there.key.range.end) + 1,
          end: text.indexOf(':', there.key.range.end) + 1,
        };
    yield { title, edits: [{ range, newText: `${isFlow ? '' : ' '}[${items}]` }] };
  } else yield { title, edits: [insertPair(text, value, { block: [written], flow: written })] };
}

/** What another workflow asks for and isn't given: from an input of the same name where there is one. */
function* nestedInputs({ analysis, place }: Problem, id: string): Iterable<Draft> {
  const { text, root, workflow } = analysis;
  const task = analysis.tasksById.get(id);
  const file = nestedOf(analysis, task);
  const step = place.steps[1];
  const map = step?.type === 'pair' ? step.pair.value : undefined;
  if (file === undefined || map?.type !== 'map') return;
  const given = pairOf(map, 'with');
  const names = given?.value.type === 'map' ? given.value.pairs.filter(({ value }) => !isNothing(value)) : [];
  const missing = file.analysis.workflow.inputs.filter(
    ({ name, definition }) =>
      definition.default === undefined && !names.some(({ key }) => key.value === name.value),
  );
  if (missing.length === 0) return;
  const entries = missing.map((input) => `${input.name.value}: ${givenValue(input, workflow.inputs)}`);
  const unit = indentUnit(text, root);
  const pair = { block: entries, flow: entries.join(', ') };
  const whole = {
    block: ['with:', ...entries.map((entry) => unit + entry)],
    flow: `with: { ${pair.flow} }`,
  };
  const list = missing.map(({ name }) => `"${name.value}"`).join(', ');
  const edit = given === undefined ? insertPair(text, map, whole) : insertBelow(text, map, given, pair, unit);
  yield { title: `Give ${list} in "with"`, edits: [edit] };
}

function givenValue({ name, definition }: Input, own: readonly Input[]): string {
  if (own.some((each) => each.name.value === name.value)) return `"\${{ inputs.${name.value} }}"`;
  switch (definition.type) {
    case 'number':
      return String(definition.minimum ?? definition.maximum ?? 0);
    case 'boolean':
      return 'false';
    case 'choice':
      return asScalar(definition.options?.[0] ?? '', true);
    default:
      return "''";
  }
}
