import type { Plan } from '../model/plan.ts';

/** The plan narrowed to some tasks and all that they need. Throws a `RangeError` naming an unknown id. */
export declare function selectTasks(plan: Plan, ids: readonly string[]): Plan;
