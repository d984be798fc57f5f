import { hasExpression } from '../expression/template.ts';
import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';

/** A path that leads to another file, from the folder of this one. */
export interface FileLink {
  readonly range: Range;
  readonly path: string;
}

/** The paths of modules and of other workflows, in the order of the file. */
export function fileLinks({ workflow }: Pick<Analysis, 'workflow'>): readonly FileLink[] {
  return workflow.tasks.flatMap(({ work }) => {
    if (work?.kind !== 'module' && work?.kind !== 'workflow') return [];
    const { value: path, range } = work.path;
    return path.trim() === '' || hasExpression(path) ? [] : [{ range, path }];
  });
}
