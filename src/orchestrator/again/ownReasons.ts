import { isExecutable, type PlannedTask } from '../../model/plan.ts';
import type { Reason } from '../../model/reason.ts';
import type { TaskRun } from '../../model/run.ts';
import { changed } from './changed.ts';
import { conditionChange, matrixChanges, needsChange, withChanges, workChanges } from './definition.ts';
import { conditionTexts, textsIn, workTexts } from './reads.ts';
import { changesRead, environmentChanges, type Setting } from './setting.ts';

/** A task as an earlier run had it, and as it is now. */
export interface Pair {
  readonly was: PlannedTask;
  readonly task: PlannedTask;
  /** What the earlier run made of it; absent where it took over the whole that the task is a part of. */
  readonly before: TaskRun | undefined;
}

export interface OwnReasons {
  /** Reasons for all that the task consists of as well. */
  readonly entry: readonly Reason[];
  /** Reasons for the task itself; its parts may hold all the same. */
  readonly alone: readonly Reason[];
}

/**
 * Why a task isn't what it was, as far as that is written in the task and its workflow, or in the files that it
 * reads. Description, place in the file, timeout, retries, priority, pool, cache and `continue_on_error` don't change
 * a result. A secret's value isn't known, nor is `run` what it was: both are passed over.
 */
export function ownReasons(
  { was, task, before }: Pair,
  around: Setting,
  filesChanged: (task: string) => readonly Reason[],
): OwnReasons {
  const env = environmentChanges(was, task, around);
  const work = workChanges(was, task);
  const condition = [...conditionChange(was, task), ...changesRead(conditionTexts(task), around, env)];
  const needs = needsChange(was, task);
  const given = changesRead(workTexts(task.work), around, env);
  const matrix = matrixReasons();
  switch (task.work.kind) {
    case 'run':
    case 'module': {
      const files = isExecutable(task) && before?.state === 'completed' ? filesChanged(task.id) : [];
      return {
        entry: [...work, ...[...env.values()].flat(), ...condition, ...needs, ...files, ...given],
        alone: matrix,
      };
    }
    case 'workflow': {
      // Each task inside is held against what the workflow is given, so that those that don't read it hold.
      const changes = was.work.kind === 'workflow' ? withChanges(was.work.with, task.work.with) : [];
      return {
        entry: [...work, ...needs],
        alone: [...changes, ...given, ...condition, ...matrix],
      };
    }
    case 'approval':
      return { entry: [...work, ...answerChanges(), ...condition, ...needs, ...given], alone: matrix };
  }

  function matrixReasons(): readonly Reason[] {
    const { axes = {}, include = [], exclude = [] } = task.matrix ?? {};
    const texts = textsIn([axes, include, exclude]);
    return [...matrixChanges(was, task), ...changesRead(texts, around, env)];
  }

  /** Where time ran out, and not a person answered, the answer is the file's. */
  function answerChanges(): readonly Reason[] {
    if (before?.answer?.via !== 'timeout') return [];
    const answers = [was, task].map(({ work }) => (work.kind === 'approval' ? work.default : undefined));
    return [...changed('default', answers[0], answers[1]), ...changed('timeout', was.timeout, task.timeout)];
  }
}
