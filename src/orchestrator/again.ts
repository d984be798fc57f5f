import type { Again } from '../model/event.ts';
import { upstreamFirst } from '../model/graph.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import type { Reason } from '../model/reason.ts';
import type { Run, TaskRun } from '../model/run.ts';
import { type Candidate, candidateOf } from './again/candidate.ts';
import { settingOf } from './again/setting.ts';

export interface AgainOptions {
  /** An earlier run of the same workflow; it may itself have taken over results. */
  readonly before: Run;
  readonly plan: Plan;
  readonly inputs: JsonObject;
  /** Ids in full of tasks that run again with all that is downstream of them, though nothing about them changed. */
  readonly asked?: ReadonlySet<string>;
  /** What became of the files that a task reads by `cache`; asked for scripts and modules that had completed. */
  readonly filesChanged?: (task: string) => readonly Reason[];
}

export interface WhatHolds {
  /**
   * By their ids in full, each after what it needs, the tasks that have completed and are what they were, and whose
   * needs all are here as well.
   * A task that consists of others is here only where all of it holds; its parts then are, too. An instance of a
   * matrix stands here for its `values`: it holds for one of that name only where these are the same.
   */
  readonly held: ReadonlyMap<string, TaskRun>;
  /**
   * The other tasks, in the order of the file, each before what it consists of, with the most direct reasons first.
   * What a task consists of is named as far as the earlier run had come to it.
   */
  readonly again: readonly Again[];
}

/**
 * Which results of an earlier run still hold, and why each of the other tasks runs again. What had been skipped is
 * decided anew; the tasks of `finally` run in every run and are told of in neither list, unless they are a part of
 * what holds as a whole. Takes time in proportion to tasks, needs and the sizes of their texts.
 */
export function whatHolds(options: AgainOptions): WhatHolds {
  const { before, plan, inputs, asked = new Set<string>(), filesChanged = () => [] } = options;
  const around = settingOf(before.plan, plan, before.inputs, inputs);
  const look = { tasks: before.tasks, asked, filesChanged };
  const old = new Map(before.plan.tasks.map((task) => [task.id, task]));
  const candidates = plan.tasks
    .filter((task) => task.finally !== true)
    .map((task) =>
      candidateOf({ was: old.get(task.id), task, before: before.tasks.get(task.id) }, around, look),
    );
  const held = new Map<string, TaskRun>();
  const reasons = new Map<string, readonly Reason[]>();
  decideAll(candidates, []);
  return { held, again: [...inOrder(candidates, reasons)] };

  function decideAll(tasks: readonly Candidate[], entry: readonly Reason[]): void {
    const byId = new Map(tasks.map((candidate) => [candidate.task.id, candidate]));
    for (const id of upstreamFirst(tasks.map(({ task }) => task))) {
      const candidate = byId.get(id);
      if (candidate !== undefined) decide(candidate, entry);
    }
  }

  /** @param entry why all in the workflow around it runs again: told of the tasks that it begins with */
  function decide(candidate: Candidate, entry: readonly Reason[]): void {
    const { task, before: earlier, parts } = candidate;
    const again = task.needs.filter((need) => reasons.has(need));
    const outer = [
      ...again.map((need): Reason => ({ type: 'upstream', task: need })),
      ...(task.needs.length === 0 ? entry : []),
    ];
    if (earlier?.state === 'completed' && candidate.stands && outer.length === 0) {
      hold(earlier);
      return;
    }
    const own = [...candidate.entry, ...candidate.alone];
    reasons.set(task.id, mostDirectFirst([...own, ...unfinished(earlier), ...outer]));
    // The instances of a matrix need what it needs and are written as it is.
    if (task.matrix !== undefined) for (const part of parts) decide(part, entry);
    else decideAll(parts, [...candidate.entry, ...outer]);
  }

  function hold(task: TaskRun): void {
    if (task.state === 'completed') held.set(task.task.id, task);
    for (const id of task.children ?? []) {
      const part = before.tasks.get(id);
      if (part !== undefined) hold(part);
    }
  }
}

function unfinished(task: TaskRun | undefined): readonly Reason[] {
  if (task === undefined) return [{ type: 'new' }];
  const { state, failure } = task;
  switch (state) {
    case 'completed':
      return [];
    case 'failed':
      return [{ type: 'unfinished', state: failure?.reason === 'interrupted' ? 'interrupted' : state }];
    case 'skipped':
    case 'cancelled':
      return [{ type: 'unfinished', state }];
    default:
      return [{ type: 'unfinished', state: 'interrupted' }];
  }
}

const DIRECTNESS: readonly Reason['type'][] = [
  'asked',
  'new',
  'unfinished',
  'changed',
  'needs',
  'file',
  'part',
  'upstream',
];

/** Each once. */
function mostDirectFirst(reasons: readonly Reason[]): readonly Reason[] {
  const each = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...each.values()].sort((a, b) => DIRECTNESS.indexOf(a.type) - DIRECTNESS.indexOf(b.type));
}

function* inOrder(
  candidates: readonly Candidate[],
  reasons: ReadonlyMap<string, readonly Reason[]>,
): Iterable<Again> {
  for (const { task, parts } of candidates) {
    const own = reasons.get(task.id);
    if (own === undefined) continue;
    yield { task: task.id, reasons: own };
    yield* inOrder(parts, reasons);
  }
}
