import type { Plan } from '../../../../src/model/plan.ts';
import { ONCE, planOf } from '../../orchestrator/support/plans.ts';
import { BEGIN, type Story, story } from './story.ts';

/** Of everything that there is in a workflow: a matrix, a question to a person, a nested workflow, `finally`. */
export function releasePlan(): Plan {
  const publish = planOf(
    {
      build: { retry: { ...ONCE, maxAttempts: 2 } },
      upload: { needs: ['build'] },
      sweep: { finally: true },
    },
    { name: 'publish', file: 'w/publish.flow.yaml' },
  );
  return planOf(
    {
      wave: [],
      analyze: ['wave'],
      train: { needs: ['analyze'], matrix: { axes: { model: ['ridge', 'bayes'] } } },
      approve: {
        needs: ['train'],
        work: { kind: 'approval', message: 'Publish both models?', default: 'reject' },
      },
      publish: { needs: ['approve'], work: { kind: 'workflow', path: './publish.flow.yaml', plan: publish } },
      clean: { finally: true },
    },
    { name: 'release', file: 'w/release.flow.yaml', maxConcurrentTasks: 2, outputs: { accuracy: '…' } },
  );
}

/** The run of it up to the question to a person: results taken over and cached, a matrix. */
export function askedRelease(): Story {
  return story(
    releasePlan(),
    { rows: 1000 },
    {
      run: 'r0',
      again: [
        {
          task: 'analyze',
          reasons: [{ type: 'changed', what: 'env SEED', before: '41', after: '42' }],
        },
        { task: 'train', reasons: [{ type: 'upstream', task: 'analyze' }] },
      ],
    },
  )
    .tell(0, { type: 'task-completed', task: 'wave', attempt: 0, outputs: { rows: 9 }, reusedFrom: 'r0' })
    .tell(0, {
      type: 'task-completed',
      task: 'analyze',
      attempt: 0,
      outputs: { ready: true },
      cached: { run: 'r7', saved: 12_300 },
    })
    .tell(0, {
      type: 'task-expanded',
      task: 'train',
      into: {
        type: 'matrix',
        instances: ['ridge', 'bayes'].map((model) => ({ id: `train[model=${model}]`, values: { model } })),
      },
    })
    .start(0, 'train[model=ridge]')
    .start(0, 'train[model=bayes]')
    .progress(100, 'train[model=ridge]', 0.42, 'epoch 4 of 10')
    .complete(300, 'train[model=bayes]', { accuracy: 0.75 }, 20_000_000)
    .complete(400, 'train[model=ridge]', { accuracy: 0.93 }, 50_000_000)
    .complete(400, 'train', { accuracy: [0.93, 0.75] })
    .tell(400, {
      type: 'task-waiting',
      task: 'approve',
      message: 'Publish both models?',
      default: 'reject',
      until: BEGIN + 400 + 1_800_000,
    });
}

/** All of the run: after the answer its process died within the nested workflow, and the run was taken up again. */
export function failedRelease(): Story {
  return askedRelease()
    .tell(1400, {
      type: 'task-answered',
      task: 'approve',
      answer: 'approve',
      by: 'ana',
      via: 'editor',
      comment: 'looks good',
    })
    .tell(1400, { type: 'task-completed', task: 'approve', attempt: 0, outputs: { answer: 'approve' } })
    .tell(1400, { type: 'task-expanded', task: 'publish', into: { type: 'workflow', inputs: {} } })
    .start(1400, 'publish/build')
    .progress(1500, 'publish/build', 0.5)
    .resume(61_500)
    .retry(61_500, 'publish/build', { reason: 'interrupted' }, 0)
    .start(61_500, 'publish/build', 2)
    .complete(61_600, 'publish/build')
    .start(61_600, 'publish/upload')
    .fail(61_700, 'publish/upload', { reason: 'exit_code', code: 7 }, ['uploading', 'denied'])
    .start(61_700, 'publish/sweep')
    .complete(61_800, 'publish/sweep')
    .fail(61_800, 'publish', { reason: 'tasks', tasks: ['publish/upload'] })
    .start(61_800, 'clean')
    .complete(61_900, 'clean')
    .tell(61_900, { type: 'run-finished', outcome: 'failed' });
}
