import type { Analysis } from './analyze.ts';
import type { FileRange } from './fileRange.ts';
import { type Meaning, meaningsIn } from './meaning.ts';
import { nestedOf } from './nested/nestedOf.ts';
import { nameRange } from './occurrences/nameRange.ts';
import { sharedOccurrences } from './occurrences/sharedOccurrences.ts';
import { taskOccurrences } from './occurrences/taskOccurrences.ts';
import { taskPair } from './occurrences/taskPair.ts';
import { type Occurrence, occurrenceAt } from './occurrences.ts';
import { knownOutputs } from './outputs.ts';
import { taskOfPath } from './taskOfPath.ts';
import { valueAt } from './valueAt.ts';

/**
 * Where the name at an offset is given: a key, an item of a list, the lines that write an output; in another file where
 * it is that one's. Of the path of a workflow, the file. An output that is written nowhere plainly leads to its task.
 */
export function definition(analysis: Analysis, offset: number): readonly FileRange[] {
  const occurrence = occurrenceAt(analysis, offset);
  if (occurrence === undefined) return workflowFile(analysis, offset);
  const meaning = meaningsIn(analysis)(occurrence);
  if (meaning.kind === 'output') return outputPlaces(analysis, meaning);
  return givenPlaces(analysis, meaning);
}

/** Where a name is given; nothing where it isn't. */
function givenPlaces(analysis: Analysis, { file, ...meaning }: Meaning): readonly FileRange[] {
  if (!meaning.isGiven) return [];
  const home = file?.analysis ?? analysis;
  const { kind, of, name } = meaning;
  const meaningOf = meaningsIn(home);
  return [...candidates(home, meaning)]
    .filter((each) => {
      if (each.role !== 'gives' || each.kind !== kind) return false;
      const other = meaningOf(each);
      return other.of === of && other.name === name;
    })
    .map(({ range }) => ({ file: file?.source.id, range }));
}

/** Among these are all that give a name: only the one task is looked at that could. */
function candidates(home: Analysis, { kind, of, name }: Omit<Meaning, 'file'>): Iterable<Occurrence> {
  const task = home.tasksById.get(kind === 'task' ? name : (of ?? ''));
  if (task === undefined) return sharedOccurrences(home, []);
  const pair = taskPair(home, task);
  return pair === undefined ? [] : taskOccurrences(home, task, pair, []);
}

/** The lines of the script, or of the module or the program that it starts; where none is known, the task. */
function outputPlaces(analysis: Analysis, { of, name }: Meaning): readonly FileRange[] {
  const task = analysis.tasksById.get(of ?? '');
  if (task === undefined) return [];
  const output = knownOutputs(analysis, task).outputs.find((each) => each.name === name);
  const places = (output?.places ?? []).flatMap(({ file, range }) => {
    if (file === undefined) return [here(range)];
    const id = file.id ?? analysis.place?.files.read(file.path, file.folder)?.id;
    return id === undefined ? [] : [{ file: id, range }];
  });
  return places.length > 0 ? places : [here(nameRange(analysis.text, task.id))];
}

function workflowFile(analysis: Analysis, offset: number): readonly FileRange[] {
  const found = valueAt(analysis.root, offset);
  const path = found?.pairs.map(({ key }) => key.value) ?? [];
  if (found?.value === undefined || path.length !== 3 || path[2] !== 'workflow') return [];
  const file = nestedOf(analysis, taskOfPath(analysis, path));
  return file === undefined ? [] : [{ file: file.source.id, range: { start: 0, end: 0 } }];
}

function here(range: FileRange['range']): FileRange {
  return { file: undefined, range };
}
