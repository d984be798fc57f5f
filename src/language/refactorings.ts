import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { extractEnv } from './refactor/extractEnv.ts';
import { extractRetryPolicy } from './refactor/extractRetryPolicy.ts';
import { extractWorkflow } from './refactor/extractWorkflow.ts';
import { inlineWorkflow } from './refactor/inlineWorkflow.ts';
import { moveTask } from './refactor/moveTask.ts';
import { needsStyle } from './refactor/needsStyle.ts';
import type { Refactoring } from './refactor/refactoring.ts';
import { runStyle } from './refactor/runStyle.ts';
import { selectedTasks } from './refactor/selectedTasks.ts';
import { sortTasks } from './refactor/sortTasks.ts';
import { keysOf, lastPair, stepsTo } from './stepsTo.ts';

/** What could be made of the place of a cursor, or of the tasks that are selected, without changing what it means. */
export function refactorings(analysis: Analysis, range: Range): readonly Refactoring[] {
  return [...offers(analysis, range)];
}

function* offers(analysis: Analysis, range: Range): Iterable<Refactoring> {
  const { root } = analysis;
  const place = stepsTo(root, range);
  const keys = keysOf(place);
  const [section = '', id, key] = keys;
  const tasks = selectedTasks(analysis, range);
  if (tasks.length > 0) yield* extractWorkflow(analysis, tasks);
  if (section !== 'tasks' && section !== 'finally') return;
  const found = lastPair(place);
  const isOnKey = place.value === undefined;
  if ((keys.length === 1 || keys.length === 2) && (isOnKey || tasks.length > 1)) {
    yield* sortTasks(analysis, section);
  }
  if (id === undefined || found === undefined) return;
  if (keys.length === 2 && isOnKey) yield* moveTask(analysis, section, id);
  if (keys.length === 3 && key === 'needs') yield* needsStyle(analysis, found.map, found.pair);
  if (keys.length === 3 && key === 'run' && isOnKey) yield* runStyle(analysis, found.map, found.pair);
  if (key === 'env') yield* extractEnv(analysis, place);
  if (key === 'workflow' || (keys.length === 2 && isOnKey)) yield* inlineWorkflow(analysis, id);
  if (key === 'retry_policy') yield* extractRetryPolicy(analysis, id);
}
