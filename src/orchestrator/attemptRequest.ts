import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, evaluateDeep, evaluateTemplate, textOf } from '../expression/evaluate.ts';
import { ownId } from '../model/inner.ts';
import { planOfScope, type Run, type TaskRun } from '../model/run.ts';
import type { AttemptOptions } from './attemptOptions.ts';
import { MARKS, markOf, withMark } from './process/marks.ts';
import type { AttemptRequest, NeedResult } from './runner.ts';
import { scopeOf } from './scope.ts';

/** The file in an attempt's folder into which the task writes its outputs. */
export const OUTPUTS_FILE = 'outputs';

/** And into which it appends how far it is. */
export const PROGRESS_FILE = 'progress';

/** Makes the attempt's folder and all that the attempt is given. Throws where it can't. */
export function attemptRequest(options: AttemptOptions, scratch: string): AttemptRequest {
  const { run, state, task, surroundings, attempt } = options;
  const { runFolder } = surroundings;
  mkdirSync(scratch, { recursive: true });
  // Not made beforehand: the first line that a task appends makes it.
  const outputs = join(scratch, OUTPUTS_FILE);
  const needs = needResults(run, state);
  const needsFile = join(scratch, 'needs.json');
  writeFileSync(needsFile, JSON.stringify(needs));
  const scope = scopeOf(run, state, surroundings);
  return {
    task: task.id,
    attempt,
    work: task.work,
    folder: planOfScope(run, state.scope).folder,
    scratch,
    needs,
    env: {
      ...inherited(options.environment),
      ...scope.env,
      FLOW_OUTPUT: outputs,
      FLOW_NEEDS: needsFile,
      FLOW_PROGRESS: join(scratch, PROGRESS_FILE),
      FLOW_RUN_ID: run.id,
      FLOW_RUN_DIR: runFolder,
      FLOW_TASK: task.id,
      FLOW_ATTEMPT: String(attempt),
      [MARKS]: withMark(options.environment[MARKS], markOf(run.id, task.id, attempt)),
    },
    evaluate: (expression) => evaluate(expression, scope),
    evaluateText: (text) => textOf(evaluateTemplate(text, scope)),
    evaluateDeep: (value) => evaluateDeep(value, scope),
  };
}

/** By their names in the task's own file. */
function needResults(run: Run, { task, scope }: TaskRun): Record<string, NeedResult> {
  return Object.fromEntries(
    task.needs.flatMap((id) => {
      const need = run.tasks.get(id);
      return need === undefined ? [] : [[ownId(scope, id), { state: need.state, outputs: need.outputs }]];
    }),
  );
}

function inherited(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
