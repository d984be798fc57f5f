import { type Located, lineStart, type Range } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import type { Edit } from '../edit.ts';
import { asMap } from '../read/scalars.ts';
import { isNothing, type ListValue, type MapValue, type Pair, pairOf } from '../source/value.ts';
import { sectionOf } from '../taskOfPath.ts';

/** The edit that takes one need out of a task, or nothing where the needs stand elsewhere, behind an alias. */
export function removeNeed({ text, root }: Analysis, task: Task, need: Located<string>): Edit | undefined {
  const map = taskMap(root, task);
  const pair = map === undefined ? undefined : pairOf(map, 'needs');
  if (pair === undefined || !isWithin(need.range, pair.range) || pair.merged) return undefined;
  const { value } = pair;
  if (value.type !== 'list' || value.items.length === 1) return removePair(text, map, pair);
  const at = value.items.findIndex((item) => item.range.start === need.range.start);
  if (at < 0) return undefined;
  return value.flow ? removeFlowItem(value, at) : { range: wholeLines(text, need.range), newText: '' };
}

/** The edit that adds a need to a task, in the style that its needs have. */
export function addNeed({ text, root }: Analysis, task: Task, name: string): Edit | undefined {
  const map = taskMap(root, task);
  if (map === undefined) return undefined;
  const pair = pairOf(map, 'needs');
  if (pair === undefined) return addNeedsKey(text, map, name);
  const { value, key } = pair;
  if (pair.merged || !isWithin(value.range, pair.range)) return undefined;
  if (isNothing(value)) {
    return { range: at(text.indexOf(':', key.range.end) + 1), newText: ` ${name}` };
  }
  if (value.type === 'scalar') {
    return { range: value.range, newText: `[${text.slice(value.range.start, value.range.end)}, ${name}]` };
  }
  if (value.type !== 'list') return undefined;
  const last = value.items.at(-1);
  if (last === undefined) return value.flow ? { range: value.range, newText: `[${name}]` } : undefined;
  if (value.flow) return { range: at(last.range.end), newText: `, ${name}` };
  const { start, end } = wholeLines(text, last.range);
  const lead = text.slice(start, text.indexOf('-', start));
  const lineEnd = start + text.slice(start, end).trimEnd().length;
  return { range: at(lineEnd), newText: `${lineBreak(text)}${lead}- ${name}` };
}

function addNeedsKey(text: string, map: MapValue, name: string): Edit | undefined {
  const first = map.pairs.find((pair) => !pair.merged);
  if (first === undefined || !isWithin(first.range, map.range)) return undefined;
  const { start } = first.key.range;
  if (map.flow) return { range: at(start), newText: `needs: ${name}, ` };
  const indent = text.slice(lineStart(text, start), start);
  return indent.trim() === ''
    ? { range: at(start), newText: `needs: ${name}${lineBreak(text)}${indent}` }
    : undefined;
}

/** A whole line where it has nothing but the pair; else the value becomes an empty list. */
function removePair(text: string, map: MapValue | undefined, { range, value }: Pair): Edit {
  const lines = wholeLines(text, range);
  const around = text.slice(lines.start, range.start) + text.slice(range.end, lines.end);
  if (map !== undefined && !map.flow && map.pairs.length > 1 && around.trim() === '') {
    return { range: lines, newText: '' };
  }
  return { range: value.range, newText: '[]' };
}

/** With the comma before it; the first one with the comma behind it. */
function removeFlowItem({ items }: ListValue, index: number): Edit | undefined {
  const item = items[index];
  const before = items[index - 1];
  const after = items[index + 1];
  if (item === undefined) return undefined;
  if (before !== undefined) return { range: { start: before.range.end, end: item.range.end }, newText: '' };
  return { range: { start: item.range.start, end: after?.range.start ?? item.range.end }, newText: '' };
}

function taskMap(root: Analysis['root'], task: Task): MapValue | undefined {
  const tasks = root?.type === 'map' ? pairOf(root, sectionOf(task))?.value : undefined;
  const pair = tasks?.type === 'map' ? pairOf(tasks, task.id.value) : undefined;
  const map = pair === undefined ? undefined : asMap(pair.value);
  return map !== undefined && pair !== undefined && isWithin(map.range, pair.range) ? map : undefined;
}

/** From the beginning of the first line to the end of the last, its line break included. */
function wholeLines(text: string, range: Range): Range {
  const start = lineStart(text, range.start);
  const next = text.indexOf('\n', range.end);
  return { start, end: next < 0 ? text.length : next + 1 };
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function at(offset: number): Range {
  return { start: offset, end: offset };
}

function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
