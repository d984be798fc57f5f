import { hasExpression } from '../../expression/template.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { inputValue } from '../../model/inputValue.ts';
import type { Range } from '../../model/text.ts';
import type { Input } from '../../model/workflow.ts';
import { blame, quoted } from '../blame.ts';
import { asJson, textsIn } from '../read/scalars.ts';
import { isNothing, type MapValue, type Pair, pairOf, type Value } from '../source/value.ts';
import { didYouMean, type Suggest } from '../suggest.ts';
import { fileName } from './fileCycle.ts';
import { type NestedRule, type WorkflowTask, workflowTasks } from './nestedFacts.ts';
import type { NestedFile } from './nestedFiles.ts';

/** What `with` gives a workflow: the inputs that its file asks for, of their types. */
export const nestedInputs: NestedRule = function* ({ file, suggest }) {
  for (const task of workflowTasks(file)) {
    const next = file.nested.get(task.work.path.value);
    if (next === undefined) continue;
    const given = writtenWith(file, task);
    if (given !== undefined && given.value.type !== 'map' && !isNothing(given.value)) continue;
    const pairs = given?.value.type === 'map' ? given.value.pairs : [];
    yield* unknownInputs(next, pairs, suggest);
    yield* wrongValues(next, pairs);
    yield* missingInputs(next, pairs, given?.key.range ?? task.work.path.range);
  }
};

/** The `with` of a task, as it is written. */
function writtenWith({ analysis }: NestedFile, task: WorkflowTask): Pair | undefined {
  const section = mapIn(analysis.root, task.finally ? 'finally' : 'tasks');
  const written = mapIn(section, task.id.value);
  return written === undefined ? undefined : pairOf(written, 'with');
}

function mapIn(value: Value | undefined, name: string): MapValue | undefined {
  const found = value?.type === 'map' ? pairOf(value, name)?.value : undefined;
  return found?.type === 'map' ? found : undefined;
}

function* unknownInputs(next: NestedFile, pairs: readonly Pair[], suggest: Suggest): Iterable<Diagnostic> {
  const known = inputsOf(next).map(({ name }) => name.value);
  for (const { key } of pairs) {
    if (known.includes(key.value)) continue;
    const replacement = suggest(key.value, known);
    const all = known.length === 0 ? ' It takes none.' : ` It takes ${known.join(', ')}.`;
    const message = `${quoted(fileName(next))} has no input ${quoted(key.value)}.${didYouMean(replacement) || all}`;
    yield blame('unknown-name', key.range, message, { replacement });
  }
}

/** What holds expressions is known at run time. */
function* wrongValues(next: NestedFile, pairs: readonly Pair[]): Iterable<Diagnostic> {
  for (const { name, definition } of inputsOf(next)) {
    const pair = pairs.find(({ key }) => key.value === name.value);
    if (pair === undefined || isNothing(pair.value)) continue;
    if (textsIn(pair.value).some((text) => hasExpression(text.value))) continue;
    const typed = inputValue(name.value, definition, asJson(pair.value));
    if (!('fault' in typed)) continue;
    const range = pair.value.type === 'scalar' ? pair.value.range : pair.key.range;
    yield blame('invalid-value', range, `${quoted(fileName(next))}: ${typed.fault}`);
  }
}

function* missingInputs(next: NestedFile, pairs: readonly Pair[], range: Range): Iterable<Diagnostic> {
  const missing = inputsOf(next)
    .filter(({ definition }) => definition.default === undefined)
    .map(({ name }) => name.value)
    .filter((name) => !pairs.some(({ key, value }) => key.value === name && !isNothing(value)));
  if (missing.length === 0) return;
  const [what, them] = missing.length === 1 ? ['input', 'it'] : ['inputs', 'them'];
  const message = `${quoted(fileName(next))} asks for the ${what} ${missing.join(', ')}. Give ${them} in "with".`;
  yield blame('missing-key', range, message);
}

function inputsOf({ analysis }: NestedFile): readonly Input[] {
  return analysis.workflow.inputs;
}
