import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { quoted } from '../blame.ts';
import type { Meaning } from '../meaning.ts';
import { knownOutputs } from '../outputs.ts';

/** Why a name can't be changed that nothing here gives; nothing where something does. */
export function notGiven(analysis: Analysis, { kind, name, of, file, isGiven }: Meaning): string | undefined {
  const task = analysis.tasksById.get(of ?? '');
  if (kind === 'output' && task !== undefined) return elsewhere(analysis, task, name);
  if (isGiven) return undefined;
  if (kind === 'input' && file === undefined && task?.work?.kind === 'workflow') {
    return `The file ${quoted(task.work.path.value)} can't be read, so ${quoted(name)} can't be changed in it.`;
  }
  const there = file === undefined ? 'in this file' : `in ${quoted(file.source.file)}`;
  return `Nothing ${there} is named ${quoted(name)}. Add it, or mend the name.`;
}

/** A module, or a program that a script starts, may be run by others as well, so nothing is changed in it. */
function elsewhere(analysis: Analysis, task: Task, name: string): string | undefined {
  const output = knownOutputs(analysis, task).outputs.find((each) => each.name === name);
  const places = output?.places ?? [];
  const other = places.find((place) => place.file !== undefined)?.file;
  if (other !== undefined) {
    return `${quoted(name)} is written in ${quoted(other.path)}, which others may run as well. Change the name there, and where it is read.`;
  }
  if (places.length > 0) return undefined;
  const { work } = task;
  const source = work?.kind === 'module' ? quoted(work.path.value) : `the script of ${quoted(task.id.value)}`;
  return `Nothing shows plainly that ${source} leaves ${quoted(name)}. Change the name where it is written, and where it is read.`;
}
