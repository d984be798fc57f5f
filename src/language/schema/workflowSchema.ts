import type { MapSchema } from '../schema.ts';
import { INPUT_SCHEMA } from './inputSchema.ts';
import { POOL_SCHEMA } from './poolSchema.ts';
import { RETRY_POLICY_SCHEMA } from './retryPolicySchema.ts';
import { TASK_SCHEMA } from './taskSchema.ts';

export const WORKFLOW_SCHEMA: MapSchema = {
  name: 'a workflow',
  keys: [
    {
      name: 'name',
      type: { type: 'text', expressions: false },
      documentation: 'The workflow’s name, shown wherever a run is. Expressions read it as `workflow.name`.',
      default: 'the file’s name',
      examples: ['name: nightly-report'],
    },
    {
      name: 'description',
      type: { type: 'text', expressions: false },
      documentation: 'What the workflow does, in a sentence.',
      examples: ['description: Builds, tests and publishes the site'],
    },
    {
      name: 'max_concurrent_tasks',
      type: { type: 'number', integer: true, minimum: 1 },
      documentation: 'How many tasks run at one time at most.',
      default: 'what the machine can run in parallel',
      examples: ['max_concurrent_tasks: 4'],
    },
    {
      name: 'failure_mode',
      type: {
        type: 'choice',
        values: [
          { name: 'continue', documentation: 'All that isn’t downstream of the failure still runs.' },
          { name: 'no_new', documentation: 'What has begun may end; nothing else starts.' },
          { name: 'kill', documentation: 'What has begun is stopped, too.' },
        ],
      },
      documentation:
        'What happens to the rest when a task has failed for good. Tasks that ask for it by `always()` or `failure()` run all the same.',
      default: '`continue`',
      examples: ['failure_mode: no_new'],
    },
    {
      name: 'timeout',
      type: { type: 'duration', minimum: 1, values: ['10m', '30m', '2h'] },
      documentation: 'A run that takes longer is stopped and has failed.',
      default: 'none',
      examples: ['timeout: 30m'],
    },
    {
      name: 'retry_policy',
      type: { type: 'map', schema: RETRY_POLICY_SCHEMA },
      documentation: 'When a failed task is tried again: the default for every task.',
      default: 'each task is tried once',
      examples: ['retry_policy:\n  max_attempts: 3\n  initial_delay: 1s'],
    },
    {
      name: 'env',
      type: { type: 'texts-by-name' },
      documentation: 'Environment variables of every task.',
      examples: ['env:\n  SEED: "42"'],
    },
    {
      name: 'inputs',
      type: { type: 'named-maps', of: 'input', schema: INPUT_SCHEMA },
      documentation: 'What the workflow asks of the person who runs it. Expressions read `inputs.<name>`.',
      examples: ['inputs:\n  rows: { type: number, default: 1000 }'],
    },
    {
      name: 'secrets',
      type: { type: 'texts', expressions: false, alone: false },
      documentation:
        'Names of values that are kept from every text shown or stored. They come from the editor’s secret storage or the environment; expressions read `secrets.<NAME>`.',
      examples: ['secrets: [API_TOKEN]'],
    },
    {
      name: 'pools',
      type: {
        type: 'named-maps',
        of: 'pool',
        schema: POOL_SCHEMA,
        short: { type: 'number', integer: true, minimum: 1 },
      },
      documentation:
        'Limits with a name, beside `max_concurrent_tasks`: how many tasks with that `pool` run at one time, and how often one starts.',
      examples: ['pools:\n  gpu: 1\n  api: { limit: 4, rate: 10/s }'],
    },
    {
      name: 'tasks',
      type: { type: 'named-maps', of: 'task', schema: TASK_SCHEMA },
      isRequired: true,
      documentation:
        'The tasks by id. A task starts as soon as all that it `needs` has completed; what doesn’t need one another runs side by side.',
      examples: ['tasks:\n  build:\n    run: npm run build\n  test:\n    needs: build\n    run: npm test'],
    },
    {
      name: 'finally',
      type: { type: 'named-maps', of: 'task', schema: TASK_SCHEMA },
      documentation:
        'Tasks that run when all the others have come to their end, whatever happened, a cancel included. They need only one another, and read every task.',
      examples: ['finally:\n  clean:\n    run: rm -rf build/tmp'],
    },
    {
      name: 'outputs',
      type: { type: 'texts-by-name' },
      documentation:
        'What a run leaves, by name. Where the workflow is a task of another, these are that task’s outputs.',
      examples: ['outputs:\n  greeting: Hello from ${{ workflow.name }}'],
    },
  ],
};
