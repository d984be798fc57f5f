import { hasExpression } from '../../expression/template.ts';
import { moduleInputs } from '../outputs/moduleInputs.ts';
import { taskOfPath } from '../taskOfPath.ts';
import { type Completion, inOrder } from './completion.ts';
import { hasRoom, isBeforeColon, namesBeside, type Place, valueAlong } from './place.ts';

/** In the `with` of a module, the names that it reads. */
export function moduleWithCompletions(place: Place): readonly Completion[] {
  const { analysis, cursor, offset } = place;
  const [, , key, ...deeper] = cursor.path;
  const work = taskOfPath(analysis, cursor.path)?.work;
  if (key !== 'with' || deeper.length > 0 || cursor.role !== 'key' || work?.kind !== 'module') return [];
  const { disk, folder = '' } = analysis.place ?? {};
  if (disk === undefined || hasExpression(work.path.value) || !hasRoom(place)) return [];
  const text = disk.text(work.path.value, folder);
  if (text === undefined) return [];
  const map = valueAlong(analysis.root, cursor.path);
  const written = namesBeside(map?.type === 'map' ? map : undefined, offset);
  const end = isBeforeColon(place) ? '' : ': ';
  return moduleInputs(text)
    .filter(({ name }) => !written.has(name))
    .map(({ name, type }, i) => ({
      label: name,
      kind: 'key',
      ...(type === undefined ? {} : { detail: type }),
      insertText: `${name}${end}`,
      range: cursor.word,
      sortText: inOrder(i),
    }));
}
