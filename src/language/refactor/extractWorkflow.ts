import type { Task } from '../../model/workflow.ts';
import { type Analysis, analyze } from '../analyze.ts';
import { quoted } from '../blame.ts';
import { isSpaced } from '../edit/addTask.ts';
import { applyEdits, type Edit } from '../edit.ts';
import { freeName } from '../fixes/duplicates.ts';
import { joined } from '../fixes/files.ts';
import type { FilePlace } from '../nested/workflowFiles.ts';
import { changeNeeds } from './changeNeeds.ts';
import { type Crossings, crossings } from './extract/crossings.ts';
import { handedOver } from './extract/handedOver.ts';
import { newFileText } from './extract/newFile.ts';
import { newTask, outerEdits } from './extract/outerEdits.ts';
import { extractRefusal } from './extract/refusal.ts';
import type { Refactoring } from './refactoring.ts';
import { hasAnchors } from './sortTasks.ts';
import { taskChunks } from './taskChunks.ts';

/**
 * Makes a workflow of its own of some tasks, in a new file beside this one: what they read from outside becomes its
 * inputs, what others read of them its outputs. As one task they begin when all that any of them needs has completed.
 */
export function* extractWorkflow(analysis: Analysis, tasks: readonly Task[]): Iterable<Refactoring> {
  const [first] = tasks;
  if (first === undefined || tasks.some((task) => task.finally)) return;
  if (tasks.length === 1 && first.work?.kind === 'workflow') return;
  const what = tasks.length === 1 ? quoted(first.id.value) : `${tasks.length} tasks`;
  const offer = { title: `Extract ${what} into a workflow`, kind: 'extract' as const };
  const made = extracted(analysis, tasks);
  yield typeof made === 'string' ? { ...offer, refusal: made } : { ...offer, files: made };
}

type Files = Extract<Refactoring, { readonly files: unknown }>['files'];

function extracted(analysis: Analysis, tasks: readonly Task[]): Files | string {
  const { text, place, diagnostics } = analysis;
  const chunks = taskChunks(analysis, 'tasks');
  if (place?.disk === undefined) return 'The new file goes beside this one: save this one first.';
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return 'The workflow has errors. Mend them first.';
  if (chunks === undefined) return 'The tasks don’t stand on lines of their own.';
  const refusal = extractRefusal(analysis, tasks);
  if (refusal !== undefined) return refusal;
  const crossing = crossings(analysis, tasks);
  if (typeof crossing === 'string') return crossing;

  const ids = new Set(tasks.map(({ id }) => id.value));
  const own = chunks.filter(({ id }) => ids.has(id));
  if (hasAnchors(analysis, own)) return 'An anchor and its aliases can’t be in two files.';
  const name = nameOf(analysis, tasks, ids);
  const file = fileName(place, name);
  const handed = handedOver(analysis, crossing);
  const inner = tasks.map((task) => changeNeeds(analysis, task, (need) => (ids.has(need) ? [need] : [])));
  const outputs = outputsOf(crossing, name);
  const spaced = isSpaced(
    text,
    chunks.map(({ pair }) => pair),
  );
  if (inner.some((edits) => edits === undefined)) return ALIAS;
  const written = newFileText(analysis, {
    name,
    chunks: own,
    edits: [...handed.edits, ...inner.flatMap((edits) => edits ?? [])],
    added: [...handed.given.keys()].filter((each) => !crossing.inputs.has(each)),
    inputs: crossing.inputs,
    secrets: crossing.secrets,
    pools: new Set(tasks.flatMap(({ pool }) => pool?.value ?? [])),
    outputs: new Map([...outputs].map(([key, output]) => [output, sourceOf(key)])),
    isSpaced: spaced,
  });
  if (written === undefined) return ALIAS;
  const task = newTask(analysis, { name, file, needs: crossing.needs, given: handed.given });
  const outer = outerEdits(analysis, { ids, own, chunks, name, crossing, outputs, task });
  if (outer === undefined) return ALIAS;
  const id = joined(place.folder, file);
  const fault = newFault(analysis, outer, place, { id, text: written });
  if (fault !== undefined) return `There would be a fault then: ${fault}`;
  return [
    { file: undefined, edits: outer },
    { file: id, isNew: true, edits: [{ range: { start: 0, end: 0 }, newText: written }] },
  ];
}

const ALIAS = 'A part of the tasks stands elsewhere, behind an alias.';

/** The one that comes last of the tasks gives its name, since others need that one; else what their names share. */
function nameOf({ tasksById }: Analysis, tasks: readonly Task[], ids: ReadonlySet<string>): string {
  const needed = new Set(tasks.flatMap(({ needs }) => needs.map(({ value }) => value)));
  const last = tasks.filter(({ id }) => !needed.has(id.value));
  const [only, ...others] = last.map(({ id }) => id.value);
  if (only !== undefined && others.length === 0) return only;
  const names = [...ids];
  let shared = names[0] ?? '';
  while (!names.every((name) => name.startsWith(shared))) shared = shared.slice(0, -1);
  const base = shared.replace(/[-_]+$/, '');
  const outside = new Set([...tasksById.keys()].filter((id) => !ids.has(id)).map((id) => id.toLowerCase()));
  return freeName(base.length > 2 ? base : `${names[0] ?? ''}_and_more`, outside);
}

function fileName({ disk, folder }: FilePlace, name: string): string {
  const isTaken = (each: string): boolean => disk?.kind(`./${each}.flow.yaml`, folder) !== undefined;
  return `./${freeName(name, { has: isTaken })}.flow.yaml`;
}

/** For each output that others read, by task and name, what the new file calls it. */
function outputsOf({ readBack }: Crossings, name: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const taken = new Set<string>();
  // Those of the task that gives its name keep theirs.
  const reads = readBack.toSorted((a, b) => Number(b.task === name) - Number(a.task === name));
  for (const { task, output = '' } of reads) {
    const key = `${task}\n${output}`;
    if (outputs.has(key)) continue;
    const free = freeName(task === name ? output : `${task}_${output}`, taken);
    taken.add(free.toLowerCase());
    outputs.set(key, free);
  }
  return outputs;
}

function sourceOf(key: string): string {
  const [task = '', output = ''] = key.split('\n');
  return /^[A-Za-z_][\w-]*$/.test(output)
    ? `tasks.${task}.outputs.${output}`
    : `tasks.${task}.outputs['${output}']`;
}

/** An error that there wasn't before, with the new file in its place. */
function newFault(
  analysis: Analysis,
  outer: readonly Edit[],
  place: FilePlace,
  made: { readonly id: string; readonly text: string },
): string | undefined {
  const files: FilePlace['files'] = {
    read(path, folder) {
      if (joined(folder, path) !== made.id) return place.files.read(path, folder);
      return { id: made.id, file: made.id, folder: place.folder, text: made.text };
    },
  };
  const after = analyze(applyEdits(analysis.text, outer), { ...place, files }, analysis);
  return after.diagnostics.find(({ severity }) => severity === 'error')?.message;
}
