import { deepEqual, throws } from 'node:assert/strict';
import { selectAgain, selectTasks } from '../../../src/orchestrator/select.ts';
import { planOf } from './support/plans.ts';

describe('selectTasks', () => {
  const plan = planOf(
    { load: [], clean: ['load'], train: ['clean'], check: ['clean'], report: ['train', 'check'], other: [] },
    { name: 'learn' },
  );
  const idsOf = (...ids: readonly string[]): readonly string[] =>
    selectTasks(plan, ids).tasks.map(({ id }) => id);

  it('keeps tasks and all that they need, as they are and in their order', () => {
    deepEqual(idsOf('train'), ['load', 'clean', 'train']);
    deepEqual(idsOf('check', 'other', 'clean'), ['load', 'clean', 'check', 'other']);
    deepEqual(idsOf(), []);
    deepEqual(selectTasks(plan, ['report', 'other']), { ...plan, selected: ['report', 'other'] });
    deepEqual(selectTasks(plan, ['check']), {
      ...plan,
      selected: ['check'],
      tasks: plan.tasks.filter(({ id }) => ['load', 'clean', 'check'].includes(id)),
    });
  });

  it('keeps what runs at the end whatever happened, and promises no outputs', () => {
    const whole = planOf(
      { a: [], b: [], clean: { finally: true } },
      { outputs: { x: '${{ tasks.b.outputs.x }}' } },
    );
    const { tasks, outputs } = selectTasks(whole, ['a']);
    deepEqual(
      tasks.map(({ id }) => id),
      ['a', 'clean'],
    );
    deepEqual(outputs, {});
  });

  it('narrows again as before, as far as the tasks are still there', () => {
    const before = selectTasks(planOf({ train: [], gone: [] }), ['train', 'gone']);
    deepEqual(selectAgain(plan, before), selectTasks(plan, ['train']));
    deepEqual(selectAgain(plan, plan), plan);
    deepEqual(selectAgain(plan, selectTasks(planOf({ gone: [] }), ['gone'])), plan);
  });

  it('names an unknown task, and what it may have been', () => {
    throws(
      () => idsOf('load', 'trian'),
      new RangeError('The workflow has no task trian. Did you mean train?'),
    );
    throws(
      () => idsOf('nothing alike'),
      new RangeError(
        'The workflow has no task nothing alike. It has load, clean, train, check, report, other.',
      ),
    );
  });
});
