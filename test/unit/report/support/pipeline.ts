import { ONCE, planOf } from '../../orchestrator/support/plans.ts';
import { type Story, story } from './story.ts';

/** A run of six tasks in which one fails on its second attempt and takes two others with it. */
export function failedPipeline(): Story {
  const plan = planOf(
    {
      wave: [],
      scores: [],
      analyze: ['wave', 'scores'],
      train: { needs: ['analyze'], retry: { ...ONCE, maxAttempts: 2 } },
      ensemble: ['train'],
      report: ['ensemble'],
    },
    { name: 'pipeline', file: 'examples/pipeline.flow.yaml', maxConcurrentTasks: 2 },
  );
  return story(plan, { rows: 1000 })
    .start(0, 'wave')
    .start(0, 'scores')
    .complete(200, 'wave', { rows: 1000, file: 'wave.csv' }, 50_000_000)
    .complete(400, 'scores')
    .start(400, 'analyze')
    .complete(500, 'analyze', { quality: 0.93, note: 'two\nlines' })
    .start(500, 'train')
    .retry(600, 'train', { reason: 'exit_code', code: 75 }, 200)
    .start(800, 'train', 2)
    .fail(1000, 'train', { reason: 'exit_code', code: 2 }, ['epoch 1', '\u001b[31mloss NaN\u001b[0m'])
    .tell(1000, {
      type: 'task-skipped',
      task: 'ensemble',
      reason: { type: 'need', need: 'train', state: 'failed' },
    })
    .tell(1000, {
      type: 'task-skipped',
      task: 'report',
      reason: { type: 'need', need: 'ensemble', state: 'skipped' },
    })
    .tell(1000, { type: 'run-finished', outcome: 'failed' });
}
