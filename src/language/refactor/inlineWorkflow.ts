import type { Task } from '../../model/workflow.ts';
import { type Analysis, analyze } from '../analyze.ts';
import { quoted } from '../blame.ts';
import { addItem } from '../edit/addItem.ts';
import { isSpaced } from '../edit/addTask.ts';
import { insertFirstPair, insertPair } from '../edit/insertPair.ts';
import { insertInSection, insertTopKey } from '../edit/insertTopKey.ts';
import { isWithin, lineBreak, lineEnd } from '../edit/layout.ts';
import { applyEdits, type Edit } from '../edit.ts';
import { freeName } from '../fixes/duplicates.ts';
import { taskMap } from '../fixes/needEdits.ts';
import { saysTheSame } from '../format/saysTheSame.ts';
import { nestedOf } from '../nested/nestedOf.ts';
import { pairOf } from '../source/value.ts';
import { placeOf } from '../writtenExpressions.ts';
import { changeNeeds } from './changeNeeds.ts';
import { crossings } from './extract/crossings.ts';
import { givenInputs } from './inline/givenInputs.ts';
import { inlineRefusal } from './inline/refusal.ts';
import { changedSource, changesAsEdits, changesIn, type Dictionary } from './inline/translated.ts';
import type { Refactoring } from './refactoring.ts';
import { hasAnchors } from './sortTasks.ts';
import { type TaskChunk, taskChunks } from './taskChunks.ts';

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

interface Body {
  readonly parts: readonly TaskChunk[];
  readonly words: Dictionary;
  readonly task: Task;
}

/** The lines of each task, from column 0. */
function bodyOf(
  inner: Analysis,
  outer: Analysis,
  { parts, words, task }: Body,
): readonly (readonly string[])[] | string {
  const edits: Edit[] = [];
  for (const written of inner.expressions) {
    if (written.key === 'outputs' && written.task === undefined) continue;
    const changes = changesIn(written, words);
    if (typeof changes === 'string') return changes;
    edits.push(...changesAsEdits(inner.text, written, changes));
  }
  const env = ownVariables(inner, outer, edits);
  if (env === undefined) return 'A variable of that file has several lines.';
  for (const each of inner.workflow.tasks) {
    const map = taskMap(inner.root, each);
    const id = words.ids.get(each.id.value) ?? each.id.value;
    if (id !== each.id.value) edits.push({ range: each.id.range, newText: id });
    const changed = changeNeeds(inner, each, (need) => [words.ids.get(need) ?? need]);
    if (changed === undefined || map === undefined) return 'A part of that file stands behind an alias.';
    edits.push(...changed);
    const needs = task.needs.map(({ value }) => value);
    if (each.needs.length === 0 && needs.length > 0) {
      const list = `needs: ${needs.length === 1 ? (needs[0] ?? '') : `[${needs.join(', ')}]`}`;
      const added = insertFirstPair(inner.text, map, { block: [list], flow: list });
      if (added === undefined || pairOf(map, 'needs') !== undefined) return 'An empty "needs" is in the way.';
      edits.push(added);
    }
    const names = new Set(each.env.map(({ name }) => name.value));
    const lacking = each.work?.kind === 'approval' ? [] : env.filter(({ name }) => !names.has(name));
    if (lacking.length === 0) continue;
    if (pairOf(map, 'env') !== undefined)
      return 'A task of that file has variables beside those of the file.';
    const entries = lacking.map(({ written }) => written);
    const pair = {
      block: ['env:', ...entries.map((entry) => `  ${entry}`)],
      flow: `env: { ${entries.join(', ')} }`,
    };
    const added = insertPair(inner.text, map, pair);
    if (added === undefined) return 'A part of that file stands behind an alias.';
    edits.push(added);
  }
  return parts.map((part) => linesOf(inner.text, part, edits));
}

/** The variables of a file that the other one doesn't have. */
function ownVariables(inner: Analysis, outer: Analysis, edits: readonly Edit[]) {
  const env = inner.root?.type === 'map' ? pairOf(inner.root, 'env')?.value : undefined;
  const theirs = outer.root?.type === 'map' ? pairOf(outer.root, 'env')?.value : undefined;
  const found: { readonly name: string; readonly written: string }[] = [];
  for (const { key, value, range } of env?.type === 'map' ? env.pairs : []) {
    const there = theirs?.type === 'map' ? pairOf(theirs, key.value) : undefined;
    if (there !== undefined && saysTheSame(there.value, value)) continue;
    const written = applied(inner.text, range, edits);
    if (written.includes('\n')) return undefined;
    found.push({ name: key.value, written });
  }
  return found;
}

function linesOf(text: string, { range, pair }: TaskChunk, edits: readonly Edit[]): readonly string[] {
  const column = pair.key.range.start - (text.lastIndexOf('\n', pair.key.range.start) + 1);
  return applied(text, range, edits)
    .split(/\r?\n/)
    .map((line) => line.slice(Math.min(column, line.search(/\S|$/))));
}

function applied(text: string, range: Edit['range'], edits: readonly Edit[]): string {
  const own = edits
    .filter((edit) => isWithin(edit.range, range))
    .map((edit) => ({
      range: { start: edit.range.start - range.start, end: edit.range.end - range.start },
      newText: edit.newText,
    }));
  return applyEdits(text.slice(range.start, range.end), own);
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

/** The secrets and pools of a file that the other one doesn't have. */
function declarations(outer: Analysis, inner: Analysis): readonly (Edit | undefined)[] {
  const { text, root, workflow } = outer;
  const edits: (Edit | undefined)[] = [];
  const known = new Set(workflow.secrets.map(({ value }) => value));
  const secrets = inner.workflow.secrets.map(({ value }) => value).filter((name) => !known.has(name));
  const list = root?.type === 'map' ? pairOf(root, 'secrets') : undefined;
  const written = `secrets: [${secrets.join(', ')}]`;
  if (secrets.length > 0 && list === undefined)
    edits.push(insertTopKey(outer, 'secrets', { block: [written], flow: written }));
  else if (secrets.length > 0 && list !== undefined) {
    const isOneLine = list.value.type === 'list' && list.value.flow;
    edits.push(isOneLine || secrets.length === 1 ? addItem(text, list, secrets.join(', ')) : undefined);
  }
  const pools = inner.root?.type === 'map' ? pairOf(inner.root, 'pools')?.value : undefined;
  const missing = (pools?.type === 'map' ? pools.pairs : []).filter(
    ({ key }) => !workflow.pools.some(({ name }) => name.value === key.value),
  );
  const entries = missing.map(({ range }) => inner.text.slice(range.start, range.end));
  if (entries.some((entry) => entry.includes('\n'))) edits.push(undefined);
  else if (entries.length > 0)
    edits.push(insertInSection(outer, 'pools', { block: entries, flow: entries.join(', ') }));
  return edits;
}
