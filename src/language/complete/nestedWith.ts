import type { Input } from '../../model/workflow.ts';
import { inputMarkdown } from '../inputMarkdown.ts';
import { nestedOf } from '../nested/nestedOf.ts';
import { taskOfPath } from '../taskOfPath.ts';
import { type Completion, inOrder } from './completion.ts';
import { isBeforeColon, namesBeside, type Place, valueAlong } from './place.ts';
import { valueWriting } from './writtenValue.ts';

/** In the `with` of a workflow, the inputs that its file asks for, and their values. */
export function nestedWithCompletions(place: Place): readonly Completion[] {
  const { analysis, cursor } = place;
  const [, , key, name, ...deeper] = cursor.path;
  const file = nestedOf(analysis, taskOfPath(analysis, cursor.path));
  if (key !== 'with' || file === undefined || deeper.length > 0) return [];
  const { inputs } = file.analysis.workflow;
  if (name === undefined) return cursor.role === 'key' ? inputCompletions(place, inputs) : [];
  const input = inputs.find((each) => each.name.value === name);
  return input === undefined || cursor.role !== 'value' ? [] : inputValues(place, input);
}

/** Those that must be given first. */
function inputCompletions(place: Place, inputs: readonly Input[]): readonly Completion[] {
  const { analysis, cursor, offset } = place;
  const map = valueAlong(analysis.root, cursor.path);
  const written = namesBeside(map?.type === 'map' ? map : undefined, offset);
  const isRequired = ({ definition }: Input): boolean => definition.default === undefined;
  const hasColon = isBeforeColon(place);
  return [...inputs.filter(isRequired), ...inputs.filter((input) => !isRequired(input))]
    .filter(({ name }) => !written.has(name.value))
    .map((input, i) => ({
      label: input.name.value,
      kind: 'key',
      detail: `${input.definition.type}${isRequired(input) ? ', required' : ''}`,
      documentation: inputMarkdown(input),
      insertText: hasColon ? input.name.value : `${input.name.value}: `,
      ...(hasColon ? {} : { opens: valuesOf(input).length > 0 }),
      range: cursor.word,
      sortText: inOrder(i),
    }));
}

function inputValues(place: Place, input: Input): readonly Completion[] {
  return valuesOf(input).map((value, i) => ({
    label: value,
    kind: 'value',
    insertText: valueWriting(place).text(value),
    range: valueWriting(place).range,
    sortText: inOrder(i),
  }));
}

function valuesOf({ definition }: Input): readonly string[] {
  return definition.type === 'boolean' ? ['true', 'false'] : (definition.options ?? []);
}
