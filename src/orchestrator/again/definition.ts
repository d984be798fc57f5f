import { conditionSource } from '../../expression/condition.ts';
import { isJsonObject, type JsonValue } from '../../model/json.ts';
import type { PlannedMatrix, PlannedTask } from '../../model/plan.ts';
import type { Reason } from '../../model/reason.ts';
import { changed, changedKeys } from './changed.ts';

/** What is another in what a task does, but for what a nested workflow is given and consists of. */
export function workChanges({ work: before }: PlannedTask, { work: after }: PlannedTask): readonly Reason[] {
  if (before.kind === 'run' && after.kind === 'run') {
    return [
      ...changed('script', before.script, after.script),
      ...changed('shell', before.shell, after.shell),
      ...changed('cwd', before.cwd, after.cwd),
    ];
  }
  if (before.kind === 'module' && after.kind === 'module') {
    return [
      ...changed('module', before.path, after.path),
      ...withChanges(before.with, after.with),
      ...changed('cwd', before.cwd, after.cwd),
    ];
  }
  if (before.kind === 'workflow' && after.kind === 'workflow') {
    return changed('workflow', before.path, after.path);
  }
  if (before.kind === 'approval' && after.kind === 'approval') {
    return changed('approval', before.message, after.message);
  }
  return changed('kind', before.kind, after.kind);
}

export function withChanges(before: JsonValue = {}, after: JsonValue = {}): readonly Reason[] {
  return isJsonObject(before) && isJsonObject(after)
    ? changedKeys('with', before, after)
    : changed('with', before, after);
}

/** What is another in what a task is repeated over. The order of the axes is a part of its instances' names. */
export function matrixChanges(
  { matrix: before }: PlannedTask,
  { matrix: after }: PlannedTask,
): readonly Reason[] {
  if (before === undefined || after === undefined)
    return changed('matrix', axesText(before), axesText(after));
  const changes = [
    ...changedKeys('matrix', before.axes, after.axes),
    ...changed('matrix include', before.include, after.include),
    ...changed('matrix exclude', before.exclude, after.exclude),
  ];
  if (changes.length > 0) return changes;
  return changed('order of the matrix', axesText(before), axesText(after));
}

function axesText(matrix: PlannedMatrix | undefined): string | undefined {
  return matrix === undefined ? undefined : Object.keys(matrix.axes).join(', ');
}

/** `${{ x }}` and bare `x` are the same. */
export function conditionChange({ if: before }: PlannedTask, { if: after }: PlannedTask): readonly Reason[] {
  const isSame = before !== undefined && after !== undefined && sourceOf(before) === sourceOf(after);
  return isSame ? [] : changed('if', before, after);
}

function sourceOf(condition: string): string {
  return conditionSource(condition).source.trim();
}

export function needsChange(before: PlannedTask, after: PlannedTask): readonly Reason[] {
  const [old, now] = [new Set(before.needs), new Set(after.needs)];
  const gained = [...now].filter((need) => !old.has(need));
  const lost = [...old].filter((need) => !now.has(need));
  return gained.length + lost.length > 0 ? [{ type: 'needs', gained, lost }] : [];
}
