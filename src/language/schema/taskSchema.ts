import type { MapSchema } from '../schema.ts';
import { CACHE_SCHEMA } from './cacheSchema.ts';
import { KIND_KEYS } from './kindKeys.ts';
import { RETRY_POLICY_SCHEMA } from './retryPolicySchema.ts';

export const TASK_SCHEMA: MapSchema = {
  name: 'a task',
  keys: [
    {
      name: 'description',
      type: { type: 'text', expressions: false },
      documentation: 'What the task does, in a sentence. Shown wherever the task is.',
      examples: ['description: A noisy sine wave'],
    },
    {
      name: 'needs',
      type: { type: 'tasks' },
      documentation:
        'The tasks that must have completed before this one starts. It can read their outputs. Where one fails or is skipped, this one is skipped, unless its `if` says otherwise.',
      default: 'nothing: the task may start at once',
      examples: ['needs: build', 'needs: [build, test]'],
    },
    ...KIND_KEYS,
    {
      name: 'with',
      type: { type: 'json' },
      documentation: 'What the `module` is given as `with`; of a `workflow`, its inputs.',
      examples: ['with: { threshold: 0.8, rows: "${{ inputs.rows }}" }'],
    },
    {
      name: 'default',
      type: {
        type: 'choice',
        values: [
          { name: 'approve', documentation: 'The task completes, as if somebody had approved.' },
          { name: 'reject', documentation: 'The task fails, as if somebody had rejected.' },
        ],
      },
      documentation: 'What the `timeout` of an `approval` answers where nobody does.',
      default: 'none: the task fails then, with the reason `timeout`',
      examples: ['default: reject'],
    },
    {
      name: 'shell',
      type: {
        type: 'text',
        expressions: false,
        values: [
          { name: 'sh', documentation: '`sh -e`: the script ends at the first command that fails.' },
          { name: 'bash', documentation: '`bash -eo pipefail`.' },
          { name: 'pwsh', documentation: 'PowerShell 7 and later.' },
          { name: 'powershell', documentation: 'Windows PowerShell.' },
          { name: 'cmd', documentation: 'The Windows command prompt.' },
          { name: 'python', documentation: 'The `run` is a Python program.' },
          { name: 'node', documentation: 'The `run` is a JavaScript program.' },
        ],
      },
      documentation:
        'What runs the script: one of these, or a command of your own in which `{0}` stands for the script’s file.',
      default: '`sh`; on Windows `cmd`',
      examples: ['shell: bash', 'shell: deno run --allow-read {0}'],
    },
    {
      name: 'cwd',
      type: { type: 'text', expressions: true },
      documentation: 'The folder that the task works in, as a path from the workflow’s file.',
      default: 'the folder of the workflow’s file',
      examples: ['cwd: packages/web'],
    },
    {
      name: 'if',
      type: { type: 'condition' },
      documentation:
        'Whether the task runs: one expression, in `${{ }}` or bare. Where it asks for none of `success()`, `failure()`, `always()`, `cancelled()`, `success() &&` is implied. Otherwise the task is skipped.',
      default: '`success()`: all needs completed',
      examples: ['if: ${{ tasks.analyze.outputs.ready }}', 'if: failure()'],
    },
    {
      name: 'matrix',
      type: {
        type: 'matrix',
        values: [
          {
            name: 'include',
            documentation:
              'More instances, or more values for some: a list of maps, or an expression that gives one.',
          },
          {
            name: 'exclude',
            documentation: 'Instances to leave out: a list of maps, or an expression that gives one.',
          },
        ],
      },
      documentation:
        'Repeats the task: one instance for each combination of the lists’ items, side by side. Expressions read `matrix.<name>`. A list may be one expression, for what is known only at run time. The task’s outputs are lists over the instances.',
      examples: [
        'matrix: { model: [classification, regression] }',
        'matrix:\n  os: [linux, mac]\n  node: [22, 24]\n  exclude: [{ os: mac, node: 22 }]',
        'matrix: { each: "${{ fromJSON(tasks.analyze.outputs.files) }}" }',
      ],
    },
    {
      name: 'env',
      type: { type: 'texts-by-name' },
      documentation: 'Environment variables of this task, beside the workflow’s and what is inherited.',
      examples: ['env: { ROWS: "${{ inputs.rows }}" }'],
    },
    {
      name: 'timeout',
      type: { type: 'duration', minimum: 1, values: ['30s', '2m', '10m'] },
      documentation:
        'An attempt that runs longer is stopped and has failed. Of a `workflow`, all of it; of an `approval`, how long it waits.',
      default: 'none',
      examples: ['timeout: 2m'],
    },
    {
      name: 'retry_policy',
      type: { type: 'map', schema: RETRY_POLICY_SCHEMA },
      documentation: 'When a failed task is tried again. Each key goes before the workflow’s.',
      default: 'the workflow’s `retry_policy`',
      examples: ['retry_policy: { max_attempts: 5 }'],
    },
    {
      name: 'pool',
      type: { type: 'pool' },
      documentation: 'The pool whose limit the task runs within, beside `max_concurrent_tasks`.',
      default: 'none',
      examples: ['pool: gpu'],
    },
    {
      name: 'cache',
      type: { type: 'map', schema: CACHE_SCHEMA },
      documentation:
        'Takes the result of an earlier time over where the task’s definition, the outputs of its needs and the files that it reads are the same.',
      default: 'none: the task always runs',
      examples: ['cache:\n  inputs: [data/*.csv]\n  outputs: [build/summary.json]'],
    },
    {
      name: 'priority',
      type: {
        type: 'choice',
        values: [
          { name: 'low', documentation: 'Starts after all others that are ready.' },
          { name: 'normal', documentation: 'Starts in the order of the file.' },
          { name: 'high', documentation: 'Starts before `normal`.' },
          { name: 'critical', documentation: 'Starts before all others that are ready.' },
        ],
      },
      documentation: 'Which of the tasks that are ready starts first when a slot is free.',
      default: '`normal`',
      examples: ['priority: high'],
    },
    {
      name: 'continue_on_error',
      type: { type: 'boolean' },
      documentation:
        'Whether what needs this task runs although it failed. The run still says that it failed.',
      default: '`false`',
      examples: ['continue_on_error: true'],
    },
  ],
};
