import { innerTasks } from '../../model/inner.ts';
import type { PlannedTask } from '../../model/plan.ts';
import type { Reason } from '../../model/reason.ts';
import type { TaskRun } from '../../model/run.ts';
import { changedKeys } from './changed.ts';
import { ownReasons, type Pair } from './ownReasons.ts';
import { textsIn } from './reads.ts';
import { changesRead, type Setting, settingInside } from './setting.ts';

/** A task held against what an earlier run made of it, whatever comes of the tasks that it needs. */
export interface Candidate {
  readonly task: PlannedTask;
  readonly before: TaskRun | undefined;
  /** Why it isn't what it was, and so neither is anything that it consists of. */
  readonly entry: readonly Reason[];
  /** Why it isn't what it was, though its parts may be. */
  readonly alone: readonly Reason[];
  /** What it consists of, as far as the earlier run tells, in the order of the file. */
  readonly parts: readonly Candidate[];
  /** Whether it, and all in it, is what it was and has come to its end. */
  readonly stands: boolean;
}

/** What every task is looked at with. */
export interface Look {
  /** The tasks of the earlier run. */
  readonly tasks: ReadonlyMap<string, TaskRun>;
  readonly asked: ReadonlySet<string>;
  readonly filesChanged: (task: string) => readonly Reason[];
}

/** @param asked whether a person asked for it, or for the matrix that it is an instance of */
export function candidateOf(
  { was, ...now }: Omit<Pair, 'was'> & { readonly was: PlannedTask | undefined },
  around: Setting,
  look: Look,
  asked = look.asked.has(now.task.id),
): Candidate {
  const { task, before } = now;
  if (was === undefined) {
    return { task, before: undefined, entry: [{ type: 'new' }], alone: [], parts: [], stands: false };
  }
  const pair = { was, ...now };
  const own = ownReasons(pair, around, look.filesChanged);
  const entry = asked ? [{ type: 'asked' } as const, ...own.entry] : own.entry;
  const { parts, alone } = partsOf(pair, around, look, asked);
  const written = [...own.alone, ...alone];
  // That something in it runs again needs to be told only where nothing else tells why it does itself.
  const isOpen = before !== undefined && before.state !== 'completed' && before.state !== 'skipped';
  const inParts: readonly Reason[] =
    isOpen || entry.length + written.length > 0
      ? []
      : parts.filter(({ stands }) => !stands).map((part) => ({ type: 'part', task: part.task.id }));
  const stands = !isOpen && entry.length + written.length + inParts.length === 0;
  return { task, before, entry, alone: [...written, ...inParts], parts, stands };
}

type Parts = Pick<Candidate, 'parts' | 'alone'>;

const NO_PARTS: Parts = { parts: [], alone: [] };

function partsOf(pair: Pair, around: Setting, look: Look, asked: boolean): Parts {
  const { was, task, before } = pair;
  // What an earlier run took over as a whole has no parts in it: only their definitions can be compared.
  const isWhole = before === undefined || before.state === 'completed';
  if (task.matrix !== undefined && was.matrix !== undefined) {
    if (before?.children !== undefined) return instancesOf(pair, before.children, around, look, asked);
    if (!isWhole || task.work.kind !== 'workflow') return NO_PARTS;
    const [single] = instances(task, [task.id]);
    const [wasSingle] = instances(was, [task.id]);
    if (single === undefined || wasSingle === undefined) return NO_PARTS;
    const any = candidateOf({ was: wasSingle, task: single, before: undefined }, around, look, false);
    return { parts: [], alone: any.alone };
  }
  const isSame = task.matrix === undefined && was.matrix === undefined;
  if (!isSame || (before?.children === undefined && !isWhole)) return NO_PARTS;
  return tasksOf(pair, around, look);
}

function instancesOf(
  { was, task }: Pair,
  ids: readonly string[],
  around: Setting,
  look: Look,
  asked: boolean,
): Parts {
  const old = instances(was, ids);
  const parts = instances(task, ids).map((instance, i) =>
    candidateOf(
      { was: old[i], task: instance, before: look.tasks.get(instance.id) },
      around,
      look,
      asked || look.asked.has(instance.id),
    ),
  );
  return { parts, alone: [] };
}

function instances(task: PlannedTask, ids: readonly string[]): readonly PlannedTask[] {
  const into = { type: 'matrix', instances: ids.map((id) => ({ id, values: {} })) } as const;
  return innerTasks({ task, scope: '' }, into).map((one) => one.task);
}

function tasksOf({ was, task, before }: Pair, around: Setting, look: Look): Parts {
  if (task.work.kind !== 'workflow' || was.work.kind !== 'workflow') return NO_PARTS;
  const plans = { before: was.work.plan, now: task.work.plan };
  const inside = settingInside({ before: was, now: task }, plans, around);
  const old = new Map(inner(was).map((one) => [one.id, one]));
  const all = inner(task);
  const candidate = (one: PlannedTask, run: TaskRun | undefined): Candidate =>
    candidateOf({ was: old.get(one.id), task: one, before: run }, inside, look);
  const runs = before?.children === undefined ? new Map<string, TaskRun>() : look.tasks;
  const parts = all.filter((one) => one.finally !== true).map((one) => candidate(one, runs.get(one.id)));
  // These are no parts that could hold: they run whenever the workflow does.
  const finals = all.filter((one) => one.finally === true && !candidate(one, undefined).stands);
  const now = new Set(all.map(({ id }) => id));
  const gone = [...old.keys()].filter((id) => !now.has(id));
  return {
    parts,
    alone: [
      ...finals.map(({ id }): Reason => ({ type: 'changed', what: id })),
      ...gone.map((id): Reason => ({ type: 'changed', what: id, before: id })),
      ...changedKeys('output', plans.before.outputs, plans.now.outputs),
      ...changesRead(textsIn(plans.now.outputs), inside, inside.env),
    ],
  };
}

function inner(task: PlannedTask): readonly PlannedTask[] {
  return innerTasks({ task, scope: '' }, { type: 'workflow', inputs: {} }).map((one) => one.task);
}
