import type { Status } from '../../expression/evaluate.ts';
import type { Instance } from '../../model/event.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { PlannedTask } from '../../model/plan.ts';
import type { Run, TaskRun } from '../../model/run.ts';

/** What a run's expressions say, as the run stands: all that the scheduler asks and can't know. */
export interface Judge {
  /** Decides a task's `if`, given how things stand upstream. Throws `EvaluationError`. */
  condition(task: TaskRun, status: Status, run: Run): { readonly holds: boolean; readonly value: JsonValue };
  /** Whether a task's `if` decides by itself what to do after a failure or a cancel. */
  asksForStatus(task: PlannedTask): boolean;
  /** Whether a task's `if` has to be decided for each instance of its matrix. */
  readsMatrix(task: PlannedTask): boolean;
  /** What the approval asks. Throws `EvaluationError`. */
  question(task: TaskRun, run: Run): string;
  /** What a matrix is repeated over. Throws `EvaluationError`. */
  instances(task: TaskRun, run: Run): readonly Instance[];
  /** What a nested workflow is given: every input, typed and validated. Throws `EvaluationError`. */
  nestedInputs(task: TaskRun, run: Run): JsonObject;
  /** The `outputs` of a workflow, by its scope. Throws `EvaluationError`. */
  outputs(scope: string, run: Run): JsonObject;
}
