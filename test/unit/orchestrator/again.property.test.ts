import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Plan, PlannedTask } from '../../../src/model/plan.ts';
import type { Run } from '../../../src/model/run.ts';
import { whatHolds } from '../../../src/orchestrator/again.ts';
import { instanceId, pastRun } from './support/pastRun.ts';
import { planOf } from './support/plans.ts';

/** One task of a random workflow, and what has become of it since the earlier run. */
const randomTask = fc.record({
  needs: fc.array(fc.nat(20), { maxLength: 3 }),
  ended: fc.constantFrom(...Array(8).fill('completed'), 'failed', 'skipped', 'cancelled', 'open'),
  edit: fc.constantFrom(...Array(12).fill('none'), 'script', 'env', 'need', 'new'),
  readsInput: fc.constantFrom(false, false, false, true),
  asked: fc.constantFrom(...Array(12).fill(false), true),
  file: fc.constantFrom(...Array(12).fill(false), true),
});

type RandomTask = typeof randomTask extends fc.Arbitrary<infer T> ? T : never;

const randomTasks = fc.array(randomTask, { minLength: 1, maxLength: 20 });

const randomCase = fc.record({
  tasks: randomTasks,
  /** Put inside the task of this number, where there is one: as a matrix of nested workflows. */
  nested: fc.record({ at: fc.nat(25), tasks: randomTasks, copies: fc.integer({ min: 1, max: 3 }) }),
  inputChanged: fc.boolean(),
});

describe('what of an earlier run still holds, over random workflows and edits', () => {
  it('is just what neither changed itself nor has anything upstream that did', () => {
    fc.assert(
      fc.property(randomTasks, fc.boolean(), (tasks, inputChanged) => {
        const { held, again, plan } = judged(tasks, undefined, inputChanged);
        const expected = plan.tasks.filter(({ id }) => isUntouched(id, tasks, inputChanged));
        deepEqual(new Set(held.keys()), new Set(expected.map(({ id }) => id)));
        const others = plan.tasks.map(({ id }) => id).filter((id) => !held.has(id));
        deepEqual(
          again.map(({ task }) => task),
          others,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is closed under needs, and the rest is told of with its reasons, through matrices and nested workflows', () => {
    fc.assert(
      fc.property(randomCase, ({ tasks, nested, inputChanged }) => {
        const { held, again, plan, before } = judged(tasks, nested, inputChanged);
        const told = new Map(again.map(({ task, reasons }) => [task, reasons]));
        for (const [id, { task, parent, state, children }] of held) {
          ok(state === 'completed' && !told.has(id));
          for (const need of task.needs) {
            // In a workflow that holds as a whole, what was skipped stays so.
            ok(held.has(need) || isWhole(parent) || fail(`${id} holds, but not ${need}`));
          }
          for (const child of children ?? []) {
            ok(
              held.has(child) || before.tasks.get(child)?.state === 'skipped',
              `${id} holds, but not ${child}`,
            );
          }
        }
        for (const { id } of plan.tasks) ok(held.has(id) || told.has(id), `nothing is told of ${id}`);
        for (const [id, reasons] of told) {
          ok(reasons.length > 0, `${id} runs again for no reason`);
          deepEqual(new Set(reasons.map((reason) => JSON.stringify(reason))).size, reasons.length);
          for (const reason of reasons) {
            if (reason.type === 'upstream' || reason.type === 'part') ok(told.has(reason.task));
          }
        }
        for (const { parent, task } of before.tasks.values()) {
          if (parent === undefined || !told.has(parent)) continue;
          ok(held.has(task.id) || told.has(task.id), `nothing is told of ${task.id}`);
        }

        function isWhole(id: string | undefined): boolean {
          return id !== undefined && held.has(id);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function fail(message: string): never {
  throw new Error(message);
}

interface Nested {
  readonly at: number;
  readonly tasks: readonly RandomTask[];
  readonly copies: number;
}

function judged(tasks: readonly RandomTask[], nested: Nested | undefined, inputChanged: boolean) {
  const [was, plan] = [planOfCase(tasks, nested, false), planOfCase(tasks, nested, true)];
  const copies = Array.from({ length: nested?.copies ?? 0 }, (_, i) => ({ copy: i }));
  const ended: Record<string, 'failed' | 'skipped' | 'cancelled' | 'open'> = {};
  const files = new Set<string>();
  const asked = new Set<string>();
  const note = (list: readonly RandomTask[], prefix: string): void => {
    for (const [i, task] of list.entries()) {
      if (task.ended !== 'completed') ended[`${prefix}t${i}`] = task.ended;
      if (task.file) files.add(`${prefix}t${i}`);
      if (task.asked) asked.add(`${prefix}t${i}`);
    }
  };
  note(tasks, '');
  for (const values of copies) note(nested?.tasks ?? [], `${instanceId(`t${nested?.at}`, values)}/`);
  const before: Run = pastRun(was, {
    inputs: { x: 1 },
    ended,
    instances: nested === undefined ? {} : { [`t${nested.at}`]: copies },
  });
  const filesChanged = (id: string) =>
    files.has(id) ? [{ type: 'file', path: id, change: 'changed' } as const] : [];
  const result = whatHolds({ before, plan, inputs: { x: inputChanged ? 2 : 1 }, asked, filesChanged });
  return { ...result, plan, before };
}

/** As the earlier run had it, or as it is now, with the edits made. */
function planOfCase(tasks: readonly RandomTask[], nested: Nested | undefined, edited: boolean): Plan {
  const planned: Record<string, Partial<PlannedTask>> = {};
  for (const [i, task] of tasks.entries()) {
    if (!edited && task.edit === 'new') continue;
    planned[`t${i}`] = plannedTask(i, tasks, edited);
  }
  const at = `t${nested?.at}`;
  if (nested !== undefined && planned[at] !== undefined) {
    const plan = planOfCase(nested.tasks, undefined, edited);
    const workflow = { kind: 'workflow', path: 'x', plan, with: { x: '${{ inputs.x }}' } } as const;
    planned[at] = {
      ...planned[at],
      work: workflow,
      matrix: { axes: { copy: [0, 1, 2].slice(0, nested.copies) } },
    };
  }
  return planOf(planned, { inputs: { x: { type: 'number' } } });
}

function plannedTask(i: number, tasks: readonly RandomTask[], edited: boolean): Partial<PlannedTask> {
  const { edit } = tasks[i] as RandomTask;
  const own = (tasks[i] as RandomTask).readsInput ? ' ${{ inputs.x }}' : '';
  const known = needsOf(i, tasks).filter((need) => edited || tasks[need]?.edit !== 'new');
  const needs = edited && edit === 'need' ? known.slice(1) : known;
  return {
    needs: needs.map((need) => `t${need}`),
    work: { kind: 'run', script: edited && edit === 'script' ? `other${own}` : `one${own}` },
    env: edited && edit === 'env' ? { X: '2' } : { X: '1' },
  };
}

function needsOf(i: number, tasks: readonly RandomTask[]): readonly number[] {
  return i === 0 ? [] : [...new Set((tasks[i] as RandomTask).needs.map((need) => need % i))];
}

/** Said anew, without looking at how it is worked out: by going upstream from each task. */
function isUntouched(id: string, tasks: readonly RandomTask[], inputChanged: boolean): boolean {
  const i = Number(id.slice(1));
  const task = tasks[i] as RandomTask;
  const all = needsOf(i, tasks);
  const needs = task.edit === 'need' ? all.slice(1) : all;
  const old = all.filter((need) => tasks[need]?.edit !== 'new');
  const isEdited = task.edit !== 'none' && task.edit !== 'need';
  const needsOther = old.join() !== needs.join();
  const readsOther = task.readsInput && inputChanged;
  if (task.ended !== 'completed' || isEdited || needsOther || readsOther || task.asked || task.file)
    return false;
  return needs.every((need) => isUntouched(`t${need}`, tasks, inputChanged));
}
