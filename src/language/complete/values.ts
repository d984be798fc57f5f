import { poolMarkdown } from '../poolMarkdown.ts';
import { asText, itemsOf } from '../read/scalars.ts';
import type { KeySchema, ValueSchema } from '../schema.ts';
import type { Completion } from './completion.ts';
import { inOrder } from './completion.ts';
import { matrixWords } from './matrix.ts';
import { durations, rates } from './numbers.ts';
import { hasRoom, type Place, valueAlong } from './place.ts';
import { taskNameCompletions } from './taskNames.ts';
import { undeclaredSecrets } from './undeclared.ts';
import { valueWriting } from './writtenValue.ts';

/** What the value of a key may be, where the language knows. */
export function valueCompletions(place: Place, key: KeySchema): readonly Completion[] {
  const { type } = key;
  switch (type.type) {
    case 'tasks':
      return taskNameCompletions(place);
    case 'boolean':
      return plainValues(place, [
        { name: 'true', documentation: '' },
        { name: 'false', documentation: '' },
      ]);
    case 'choice':
      return plainValues(place, type.values);
    case 'text':
      return plainValues(
        place,
        key.name === 'shell' ? shells(place, type.values ?? []) : (type.values ?? []),
      );
    case 'duration':
      return plainValues(place, durations(place, type));
    case 'reasons':
      return reasonValues(place, type.values);
    case 'rate':
      return plainValues(place, rates(place, type.values));
    case 'texts':
      return key.name === 'secrets' && place.cursor.role !== 'key' ? undeclaredSecrets(place) : [];
    case 'pool':
      return plainValues(place, poolValues(place));
    case 'matrix':
      return place.cursor.role === 'key' ? matrixWords(place, type.values) : [];
    case 'input-value':
      return plainValues(place, defaultValues(place));
    default:
      return [];
  }
}

/** Those that this machine lacks come last. */
function shells({ analysis }: Place, values: readonly ValueSchema[]): readonly ValueSchema[] {
  const disk = analysis.place?.disk;
  const isMissing = ({ name }: ValueSchema): boolean =>
    disk?.hasCommand(name) === false && (name !== 'python' || disk.hasCommand('python3') === false);
  const missing = new Set(values.filter(isMissing));
  return [
    ...values.filter((value) => !missing.has(value)),
    ...[...missing].map(({ name, documentation }) => ({
      name,
      documentation: `${documentation} It isn’t on this machine.`,
    })),
  ];
}

function poolValues({ analysis }: Place): readonly ValueSchema[] {
  return analysis.workflow.pools.map((pool) => ({
    name: pool.name.value,
    documentation: poolMarkdown(analysis, pool),
  }));
}

function plainValues(place: Place, values: readonly ValueSchema[]): readonly Completion[] {
  // A value may begin on a line of its own below its key.
  if (place.cursor.role === 'item' || (place.cursor.role === 'key' && !hasRoom(place))) return [];
  return values.map((value, i) => valueCompletion(place, value, i));
}

/** In a list, those that aren't in it yet. */
function reasonValues(place: Place, values: readonly ValueSchema[]): readonly Completion[] {
  const { analysis, cursor, offset } = place;
  if (cursor.flow && cursor.role === 'key') return [];
  const written = valueAlong(analysis.root, cursor.path);
  const others = (written === undefined ? [] : itemsOf(written)).flatMap((item) => {
    const text = asText(item);
    const isHere = text === undefined || (text.range.start <= offset && offset <= text.range.end);
    return isHere ? [] : [text.value];
  });
  return values
    .filter(({ name }) => !others.includes(name))
    .map((value, i) => {
      const completion = valueCompletion(place, value, i);
      return cursor.role === 'key' ? { ...completion, insertText: `- ${completion.insertText}` } : completion;
    });
}

/** What an input may have as its default, as far as its type says. */
function defaultValues({ analysis, cursor }: Place): readonly ValueSchema[] {
  const input = analysis.workflow.inputs.find(({ name }) => name.value === cursor.path[1]);
  if (input?.definition.type === 'boolean') {
    return ['true', 'false'].map((name) => ({ name, documentation: '' }));
  }
  return (input?.definition.options ?? []).map((name) => ({ name, documentation: '' }));
}

function valueCompletion(place: Place, { name, documentation }: ValueSchema, index: number): Completion {
  const { range, text } = valueWriting(place);
  return {
    label: name,
    kind: 'value',
    ...(documentation === '' ? {} : { documentation }),
    insertText: text(name),
    range,
    sortText: inOrder(index),
  };
}
