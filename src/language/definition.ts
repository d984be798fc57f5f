import type { Range } from '../model/text.ts';
import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { matrixKeys } from './matrixKeys.ts';
import { type SymbolUse, symbolAt, symbolUses } from './symbolAt.ts';

/** Where the name at an offset is given: a task's key, an input's, a variable's, a pool's, a secret's, a matrix's list. */
export function definition(analysis: Analysis, offset: number): Range | undefined {
  const use = symbolAt(analysis, offset);
  return use === undefined ? undefined : definitions(analysis)(use);
}

/** Every place where the name at an offset is given or read, in the order of the file. */
export function references(analysis: Analysis, offset: number): readonly Range[] {
  const use = symbolAt(analysis, offset);
  const definitionOf = definitions(analysis);
  const place = use === undefined ? undefined : definitionOf(use);
  if (use === undefined || place === undefined) return [];
  const found = new Map<number, Range>();
  for (const each of symbolUses(analysis)) {
    const isSame = each.kind === use.kind && definitionOf(each)?.start === place.start;
    if (isSame) found.set(each.range.start, each.range);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Finds the definition of a use. A variable of a task goes before the workflow's of the same name. */
function definitions({ root, tasksById, workflow }: Analysis): (use: SymbolUse) => Range | undefined {
  const inputs = placesByName(workflow.inputs);
  const pools = placesByName(workflow.pools);
  const secrets = placesByName(workflow.secrets.map((name) => ({ name })));
  const shared = placesByName(workflow.env);
  const ofTasks = new Map<Task, (name: string) => Range | undefined>();
  return ({ kind, name, task }) => {
    if (kind === 'task') return tasksById.get(name)?.id.range;
    if (kind === 'input') return inputs(name);
    if (kind === 'pool') return pools(name);
    if (kind === 'secret') return secrets(name);
    if (kind === 'matrix') {
      const keys = task === undefined ? [] : matrixKeys({ root }, task);
      return placesByName(keys.map((key) => ({ name: key })))(name);
    }
    if (task === undefined || task.env.length === 0) return shared(name);
    const own = ofTasks.get(task) ?? placesByName(task.env);
    ofTasks.set(task, own);
    return own(name) ?? shared(name);
  };
}

/** As expressions find names: as they are written, or else whatever the letter case. */
function placesByName(
  entries: readonly { readonly name: { readonly value: string; readonly range: Range } }[],
): (name: string) => Range | undefined {
  const exact = new Map<string, Range>();
  const folded = new Map<string, Range>();
  for (const { name } of entries) {
    if (!exact.has(name.value)) exact.set(name.value, name.range);
    if (!folded.has(name.value.toLowerCase())) folded.set(name.value.toLowerCase(), name.range);
  }
  return (name) => exact.get(name) ?? folded.get(name.toLowerCase());
}
