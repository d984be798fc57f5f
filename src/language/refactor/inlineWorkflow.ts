import type { Task } from '../../model/workflow.ts';
import { type Analysis, analyze } from '../analyze.ts';
import { quoted } from '../blame.ts';
import { isSpaced } from '../edit/addTask.ts';
import { lineBreak, lineEnd } from '../edit/layout.ts';
import { applyEdits, type Edit } from '../edit.ts';
import { freeName } from '../fixes/duplicates.ts';
import { taskMap } from '../fixes/needEdits.ts';
import { nestedOf } from '../nested/nestedOf.ts';
import { pairOf } from '../source/value.ts';
import { placeOf } from '../writtenExpressions.ts';
import { changeNeeds } from './changeNeeds.ts';
import { crossings } from './extract/crossings.ts';
import { bodyOf } from './inline/body.ts';
import { declarations } from './inline/declarations.ts';
import { givenInputs } from './inline/givenInputs.ts';
import { inlineRefusal } from './inline/refusal.ts';
import { changedSource, changesIn, type Dictionary } from './inline/translated.ts';
import type { Refactoring } from './refactoring.ts';
import { hasAnchors } from './sortTasks.ts';
import { taskChunks } from './taskChunks.ts';

/** Writes the tasks of a workflow in the place of the task that runs it. The file stays, since others may run it. */
export function* inlineWorkflow(analysis: Analysis, id: string): Iterable<Refactoring> {
  const task = analysis.tasksById.get(id);
  const file = nestedOf(analysis, task);
  if (task?.work?.kind !== 'workflow' || file === undefined || task.finally) return;
  const offer = { title: `Inline ${quoted(task.work.path.value)}`, kind: 'inline' as const };
  const isBeside = file.source.folder === analysis.place?.folder;
  const made = isBeside
    ? inlined(analysis, file.analysis, task)
    : 'Paths of that file start from another folder.';
  yield typeof made === 'string'
    ? { ...offer, refusal: made }
    : { ...offer, files: [{ file: undefined, edits: made }] };
}

function inlined(outer: Analysis, inner: Analysis, task: Task): readonly Edit[] | string {
  if (outer.diagnostics.some(({ severity }) => severity === 'error'))
    return 'The workflow has errors. Mend them first.';
  const chunks = taskChunks(outer, 'tasks');
  const parts = taskChunks(inner, 'tasks');
  const map = taskMap(outer.root, task);
  const own = chunks?.find((chunk) => chunk.id === task.id.value);
  if (chunks === undefined || parts === undefined || own === undefined || map === undefined)
    return 'The tasks don’t stand on lines of their own.';
  if (hasAnchors(inner, parts)) return 'An anchor of that file may have another meaning here.';
  const refusal = inlineRefusal(outer, inner, task);
  if (refusal !== undefined) return refusal;
  const crossing = crossings(outer, [task]);
  if (typeof crossing === 'string') return crossing;
  const given = pairOf(map, 'with')?.value;
  const inputs = givenInputs(outer, inner, given?.type === 'map' ? given : undefined);
  if (typeof inputs === 'string') return inputs;
  const words = { inputs, ids: newIds(outer, inner, task) };
  const body = bodyOf(inner, outer, { parts, words, task });
  if (typeof body === 'string') return body;
  const { key, range } = own.pair;
  const column = key.range.start - (outer.text.lastIndexOf('\n', key.range.start) + 1);
  const spaced =
    isSpaced(
      outer.text,
      chunks.map(({ pair }) => pair),
    ) || chunks.length === 1;
  const nl = lineBreak(outer.text);
  const blocks = body.map((lines) =>
    lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)).join(nl),
  );
  const newText = blocks.join(spaced ? nl + nl : nl).slice(column);
  const edits: (Edit | undefined)[] = [
    { range: { start: key.range.start, end: lineEnd(outer.text, range.end) }, newText },
    ...declarations(outer, inner),
  ];
  const ends = endsOf(inner).map((id) => words.ids.get(id) ?? id);
  for (const other of outer.workflow.tasks) {
    if (other === task) continue;
    const changed = changeNeeds(outer, other, (need) => (need === task.id.value ? ends : [need]));
    edits.push(...(changed ?? [undefined]));
  }
  for (const { written, piece, output = '' } of crossing.readBack) {
    const source = outputSource(inner, output, words);
    if (source === undefined) return `The output ${quoted(output)} of that file isn’t one expression.`;
    const newText = source.replaceAll("'", outer.text[written.text.range.start] === "'" ? "''" : "'");
    edits.push({ range: placeOf(written, piece), newText });
  }
  const known = edits.filter((edit) => edit !== undefined);
  if (known.length < edits.length) return 'A part of it stands elsewhere, behind an alias.';
  const after = analyze(applyEdits(outer.text, known), outer.place, outer);
  const fault = after.diagnostics.find(({ severity }) => severity === 'error');
  return fault === undefined ? known : `There would be a fault then: ${fault.message}`;
}

function newIds(outer: Analysis, inner: Analysis, task: Task): ReadonlyMap<string, string> {
  const taken = new Set(
    [...outer.tasksById.keys()].filter((id) => id !== task.id.value).map((id) => id.toLowerCase()),
  );
  return new Map(
    inner.workflow.tasks.map(({ id }) => {
      const free = freeName(id.value, taken);
      taken.add(free.toLowerCase());
      return [id.value, free];
    }),
  );
}

/** The tasks that none of the others needs. */
function endsOf({ workflow }: Analysis): readonly string[] {
  const needed = new Set(workflow.tasks.flatMap(({ needs }) => needs.map(({ value }) => value)));
  return workflow.tasks.map(({ id }) => id.value).filter((id) => !needed.has(id));
}

/** An output of a file as an expression of the other one. */
function outputSource(inner: Analysis, output: string, words: Dictionary): string | undefined {
  const entry = inner.workflow.outputs.find(({ name }) => name.value.toLowerCase() === output.toLowerCase());
  const written = inner.expressions.find(({ task, text }) => task === undefined && text === entry?.value);
  if (written === undefined || !/^\s*\$\{\{[^{}]*\}\}\s*$/.test(written.text.value)) return undefined;
  const changes = changesIn(written, words);
  if (typeof changes === 'string') return undefined;
  const source = changedSource(written, changes);
  return /^[\w.[\]'-]+$/.test(source) ? source : `(${source})`;
}
