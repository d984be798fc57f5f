import type { Diagnostic } from '../model/diagnostic.ts';
import type { Task, Workflow } from '../model/workflow.ts';
import type { Value } from './source/value.ts';
import type { Suggest } from './suggest.ts';
import type { Visited } from './visit.ts';
import type { WrittenExpression } from './writtenExpressions.ts';

/** All that a rule may look at: of a task and nothing else, of all but the tasks, or of a whole file. */
export interface Facts {
  readonly root: Value | undefined;
  readonly visited: Visited;
  readonly workflow: Workflow;
  readonly tasksById: ReadonlyMap<string, Task>;
  readonly expressions: readonly WrittenExpression[];
  readonly suggest: Suggest;
}

/** Says what is wrong with a workflow in one respect. */
export type Rule = (facts: Facts) => Iterable<Diagnostic>;
