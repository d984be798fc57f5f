import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { type SymbolUse, symbolAt, symbolUses } from './symbolAt.ts';

/** Where the name at an offset is given: a task's key, an input's, a variable's. */
export function definition(analysis: Analysis, offset: number): Range | undefined {
  const use = symbolAt(analysis, offset);
  return use === undefined ? undefined : definitionOf(analysis, use);
}

/** Every place where the name at an offset is given or read, in the order of the file. */
export function references(analysis: Analysis, offset: number): readonly Range[] {
  const use = symbolAt(analysis, offset);
  const place = use === undefined ? undefined : definitionOf(analysis, use);
  if (use === undefined || place === undefined) return [];
  const found = new Map<number, Range>();
  for (const each of symbolUses(analysis)) {
    const isSame = each.kind === use.kind && definitionOf(analysis, each)?.start === place.start;
    if (isSame) found.set(each.range.start, each.range);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function definitionOf({ tasksById, workflow }: Analysis, { kind, name, task }: SymbolUse): Range | undefined {
  if (kind === 'task') return tasksById.get(name)?.id.range;
  const entries = kind === 'input' ? workflow.inputs : [...(task?.env ?? []), ...workflow.env];
  const exact = entries.find((entry) => entry.name.value === name);
  // As expressions find them: by the exact name, else whatever the letter case.
  const folded = exact ?? entries.find((entry) => entry.name.value.toLowerCase() === name.toLowerCase());
  return folded?.name.range;
}
