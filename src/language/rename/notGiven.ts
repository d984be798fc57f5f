import type { Analysis } from '../analyze.ts';
import { quoted } from '../blame.ts';
import type { Meaning } from '../meaning.ts';
import { nestedOf } from '../nested/nestedOf.ts';

/** Why a name can't be changed that nothing gives. */
export function notGiven({ tasksById, files }: Analysis, { kind, name, of, file }: Meaning): string {
  const there = file === undefined ? 'in this file' : `in ${quoted(file.source.file)}`;
  const task = tasksById.get(of ?? '');
  if (kind === 'output' && task !== undefined) {
    const { work } = task;
    if (work?.kind === 'module') {
      return `The module ${quoted(work.path.value)} returns ${quoted(name)}, if anything does. Change the name there, and where it is read.`;
    }
    return `Nothing in the script of ${quoted(task.id.value)} writes ${quoted(name)} plainly. Change the name where it is written, and where it is read.`;
  }
  if (kind === 'input' && task?.work?.kind === 'workflow' && nestedOf({ files }, task) === undefined) {
    return `The file ${quoted(task.work.path.value)} can't be read, so ${quoted(name)} can't be changed in it.`;
  }
  return `Nothing ${there} is named ${quoted(name)}. Add it, or mend the name.`;
}
