import type { Command } from '../command.ts';
import { FILE } from './common.ts';

/** What starts a run, or reaches into one that goes on. */
export const RUNNING_COMMANDS: readonly Command[] = [
  {
    name: 'run',
    summary: 'Run a workflow, show how it goes, and report on it',
    operands: [FILE],
    options: {
      input: {
        value: 'NAME=VALUE',
        help: 'Give the workflow an input; of one given twice the last counts',
        repeatable: true,
      },
      'max-concurrent-tasks': { value: 'N', help: 'At most N tasks at once, whatever the file says' },
      task: { value: 'ID', help: 'Run only this task and all that it needs', repeatable: true },
      events: { value: 'FILE', help: "Write the run's events, one JSON object a line; - is standard output" },
      report: { value: 'FILE', help: 'Write the report to a file that ends in .md, .json or .txt' },
    },
    notes: [
      'Ctrl-C cancels: tasks are asked to end, and killed after 5 seconds. Ctrl-C again kills them at once.',
      'The run is kept in .flow/runs in the current folder.',
    ],
    load: async () => (await import('../run.ts')).run,
  },
];
