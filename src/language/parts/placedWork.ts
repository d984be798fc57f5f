import type { Task, Work } from '../../model/workflow.ts';
import { placedName, placedText } from './placedValue.ts';

/** What a task does, moved. */
export function placedWork(work: Work, by: number): Work {
  const text = <T extends Task['if']>(each: T): T | NonNullable<T> =>
    each === undefined ? each : (placedText(each, by) as NonNullable<T>);
  switch (work.kind) {
    case 'run':
      return { ...work, script: placedText(work.script, by), shell: text(work.shell), cwd: text(work.cwd) };
    case 'module':
      return {
        ...work,
        path: placedText(work.path, by),
        texts: work.texts.map((each) => placedText(each, by)),
        cwd: text(work.cwd),
      };
    case 'workflow':
      return {
        ...work,
        path: placedText(work.path, by),
        texts: work.texts.map((each) => placedText(each, by)),
      };
    case 'approval':
      return {
        ...work,
        message: placedText(work.message, by),
        default: work.default && placedName(work.default, by),
      };
  }
}
