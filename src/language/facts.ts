import type { Diagnostic } from '../model/diagnostic.ts';
import type { Task, Workflow } from '../model/workflow.ts';
import type { KnownNames } from './knownNames.ts';
import type { Entry } from './parts/placedEntry.ts';
import type { Shared } from './parts/shared.ts';
import type { Value } from './source/value.ts';
import type { Suggest } from './suggest.ts';
import type { TaskGraph } from './taskGraph.ts';
import type { Visited } from './visit.ts';
import type { WrittenExpression } from './writtenExpressions.ts';

/** All that a rule may look at: a task as if there were no other, or all but the tasks. */
export interface Facts {
  readonly root: Value | undefined;
  readonly visited: Visited;
  readonly workflow: Workflow;
  readonly tasksById: ReadonlyMap<string, Task>;
  readonly expressions: readonly WrittenExpression[];
  readonly suggest: Suggest;
}

/** The same, and what the whole file gives names to. The `workflow` has everything but the other tasks. */
export interface NameFacts extends Omit<Facts, 'visited'> {
  readonly known: KnownNames;
}

/** A whole file. Lists of all its tasks, or expressions, are made when they are asked for: ask only where it must be. */
export interface FileFacts extends Facts {
  /** Of tasks with one id the first, in the order of `workflow.tasks`. */
  readonly entries: readonly Entry[];
  readonly shared: Shared;
  readonly graph: TaskGraph;
}

/** Says what is wrong with a task, or with the rest of a file, in one respect. Kept as long as its lines are. */
export type Rule = (facts: Facts) => Iterable<Diagnostic>;

/** Says what is wrong with the names that a task uses. Kept as long as its lines are, and all names of the file. */
export type NameRule = (facts: NameFacts) => Iterable<Diagnostic>;

/** Says what is wrong with a whole file. Asked at every key that somebody presses. */
export type FileRule = (facts: FileFacts) => Iterable<Diagnostic>;
