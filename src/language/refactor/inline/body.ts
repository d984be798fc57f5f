import type { Task } from '../../../model/workflow.ts';
import type { Analysis } from '../../analyze.ts';
import { insertFirstPair, insertPair } from '../../edit/insertPair.ts';
import { isWithin } from '../../edit/layout.ts';
import { applyEdits, type Edit } from '../../edit.ts';
import { taskMap } from '../../fixes/needEdits.ts';
import { saysTheSame } from '../../format/saysTheSame.ts';
import { pairOf } from '../../source/value.ts';
import { changeNeeds } from '../changeNeeds.ts';
import type { TaskChunk } from '../taskChunks.ts';
import { changesAsEdits, changesIn, type Dictionary } from './translated.ts';

export interface Body {
  readonly parts: readonly TaskChunk[];
  readonly words: Dictionary;
  readonly task: Task;
}

/** The lines of each task, from column 0. A text tells why they can't stand elsewhere. */
export function bodyOf(
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
