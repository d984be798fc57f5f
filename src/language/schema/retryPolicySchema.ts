import type { MapSchema } from '../schema.ts';

export const RETRY_POLICY_SCHEMA: MapSchema = {
  name: 'a retry policy',
  keys: [
    {
      name: 'max_attempts',
      type: { type: 'number', integer: true, minimum: 1 },
      documentation: 'How often a task is tried, the first attempt included.',
      default: '1',
      examples: ['max_attempts: 3'],
    },
    {
      name: 'initial_delay',
      type: { type: 'duration', minimum: 0, values: ['500ms', '1s', '5s'] },
      documentation: 'The wait before the second attempt.',
      default: '1s',
      examples: ['initial_delay: 500ms'],
    },
    {
      name: 'backoff_factor',
      type: { type: 'number', integer: false, minimum: 1 },
      documentation: 'Each further wait is the one before times this.',
      default: '2',
      examples: ['backoff_factor: 1.5'],
    },
    {
      name: 'max_delay',
      type: { type: 'duration', minimum: 0, values: ['10s', '60s', '5m'] },
      documentation: 'No wait is longer than this.',
      default: '60s',
      examples: ['max_delay: 30s'],
    },
    {
      name: 'jitter',
      type: { type: 'boolean' },
      documentation:
        'Shortens each wait to a share between a half and all of it, so that tasks that failed together aren’t tried again together.',
      default: 'true',
      examples: ['jitter: false'],
    },
    {
      name: 'retry_on',
      type: {
        type: 'reasons',
        values: [
          { name: 'exit_code', documentation: 'The script ended with a code other than 0.' },
          { name: 'signal', documentation: 'The process was ended by a signal from outside.' },
          { name: 'timeout', documentation: 'The attempt ran longer than its `timeout`.' },
          { name: 'error', documentation: 'The module threw, or ended before it answered.' },
          { name: 'outputs', documentation: 'What the task left as outputs couldn’t be read.' },
        ],
      },
      documentation:
        'Which failures are tried again. `exit_code: [75, 111]` narrows exit codes to these. A task that couldn’t be started at all is never tried again.',
      default: 'all of them',
      examples: ['retry_on: [exit_code, timeout]', 'retry_on: { exit_code: [75, 111] }'],
    },
  ],
};
