import { parseDuration } from '../../model/duration.ts';
import { durationWords } from '../durationWords.ts';
import { asText, itemsOf } from '../read/scalars.ts';
import type { KeySchema, ValueSchema } from '../schema.ts';
import type { Completion } from './completion.ts';
import { inOrder } from './completion.ts';
import { gap, type Place, valueAlong } from './place.ts';
import { taskNameCompletions } from './taskNames.ts';

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
      return plainValues(place, type.values ?? []);
    case 'duration':
      return plainValues(
        place,
        type.values.map((name) => ({ name, documentation: durationWords(parseDuration(name) ?? 0) })),
      );
    case 'reasons':
      return reasonValues(place, type.values);
    case 'input-value':
      return plainValues(place, defaultValues(place));
    default:
      return [];
  }
}

function plainValues(place: Place, values: readonly ValueSchema[]): readonly Completion[] {
  if (place.cursor.role !== 'value') return [];
  return values.map((value, i) => valueCompletion(place, value, i));
}

/** In a list, those that aren't in it yet. */
function reasonValues(place: Place, values: readonly ValueSchema[]): readonly Completion[] {
  const { analysis, cursor, offset } = place;
  if (cursor.role === 'key') return [];
  const written = valueAlong(analysis.root, cursor.path);
  const others = (written === undefined ? [] : itemsOf(written)).flatMap((item) => {
    const text = asText(item);
    const isHere = text === undefined || (text.range.start <= offset && offset <= text.range.end);
    return isHere ? [] : [text.value];
  });
  return values
    .filter(({ name }) => !others.includes(name))
    .map((value, i) => valueCompletion(place, value, i));
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
  return {
    label: name,
    kind: 'value',
    ...(documentation === '' ? {} : { documentation }),
    insertText: `${gap(place)}${name}`,
    range: place.cursor.word,
    sortText: inOrder(index),
  };
}
