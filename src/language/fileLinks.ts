import { hasExpression } from '../expression/template.ts';
import type { Range, Text } from '../model/text.ts';
import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { lookFrom } from './fileLinks/lookFrom.ts';
import { startedPaths } from './fileLinks/startedPaths.ts';

/** A path that leads to something else on the disk, from the folder of this file. */
export interface FileLink {
  readonly range: Range;
  readonly path: string;
  readonly kind: 'file' | 'folder';
}

/** Scripts behind these aren't looked through: nobody follows so many links. */
const MOST_SCRIPTS = 2000;

/**
 * The paths of modules and of other workflows, whether they are there or not; and, where they are there, those of
 * programs that scripts start, of `cwd`, and of a `cache` that are no globs. In the order of the tasks.
 */
export function fileLinks({ workflow, place }: Pick<Analysis, 'workflow' | 'place'>): readonly FileLink[] {
  const look = lookFrom(place);
  let scripts = 0;
  return workflow.tasks.flatMap((task) => {
    const { work, cache } = task;
    const found: FileLink[] = [];
    if (work?.kind === 'module' || work?.kind === 'workflow') found.push(...named(work.path));
    const cwd = work !== undefined && 'cwd' in work ? work.cwd : undefined;
    if (cwd !== undefined) found.push(...existing(cwd));
    for (const glob of [...(cache?.inputs ?? []), ...(cache?.outputs ?? [])]) found.push(...existing(glob));
    if (work?.kind === 'run' && scripts++ < MOST_SCRIPTS) found.push(...started(task));
    return found;
  });

  function existing({ value, range }: Text): readonly FileLink[] {
    if (value.trim() === '' || hasExpression(value) || /[*?[\]{}!]/.test(value)) return [];
    const kind = look(value);
    return kind === undefined ? [] : [{ range, path: value, kind }];
  }

  /** As the shell sees them: from the folder that the task works in. */
  function started({ work }: Task): readonly FileLink[] {
    if (work?.kind !== 'run' || (work.cwd !== undefined && hasExpression(work.cwd.value))) return [];
    return startedPaths(work, (path) => look(path, work.cwd?.value) === 'file').map(({ value, range }) => ({
      range,
      path: work.cwd === undefined ? value : `${work.cwd.value}/${value}`,
      kind: 'file',
    }));
  }
}

function named({ value, range }: Text): readonly FileLink[] {
  return value.trim() === '' || hasExpression(value) ? [] : [{ range, path: value, kind: 'file' }];
}
