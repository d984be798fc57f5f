import type { Command, Option } from '../command.ts';
import { FILE, GONE, RUN, TASK } from './common.ts';

/** How every run that is started, or goes on, can be told to. */
const DRIVING: Readonly<Record<string, Option>> = {
  input: {
    value: 'NAME=VALUE',
    help: 'Give the workflow an input; of one given twice the last counts',
    repeatable: true,
  },
  // Not `--env-file`: Node reads a file of that option itself, wherever it stands (nodejs/node#54232).
  'secrets-file': { value: 'FILE', help: 'Take secrets that the environment lacks from NAME=value lines' },
  'max-concurrent-tasks': { value: 'N', help: 'At most N tasks at once, whatever the file says' },
  'no-cache': { help: 'Run each task, and keep no results in the cache' },
  force: { value: 'TASK', help: 'Run this task, whatever the cache has of it', repeatable: true },
  events: { value: 'FILE', help: "Write the run's events, one JSON object a line; - is standard output" },
  report: { value: 'FILE', help: 'Write the report to a file that ends in .md, .json or .txt' },
};

const CTRL_C =
  'Ctrl-C cancels: tasks are asked to end, and killed after 5 seconds. Ctrl-C again kills them at once.';

/** What starts a run, or reaches into one that goes on. */
export const RUNNING_COMMANDS: readonly Command[] = [
  {
    name: 'run',
    summary: 'Run a workflow, show how it goes, and report on it',
    operands: [FILE],
    options: {
      task: { value: 'TASK', help: 'Run only this task and all that it needs', repeatable: true },
      from: {
        value: 'TASK',
        help: 'Run this task and all downstream of it, and take over the other results',
        repeatable: true,
      },
      reuse: { value: 'RUN', help: 'Take over the results of this run that still hold' },
      ...DRIVING,
    },
    notes: [
      CTRL_C,
      'The run is kept in .flow/runs in the current folder, with the 199 before it; FLOW_KEEP_RUNS says otherwise.',
    ],
    load: async () => (await import('../run.ts')).run,
  },
  {
    name: 'resume',
    summary: 'Go on with a run that was cut off or cancelled',
    operands: [{ ...RUN, optional: true }],
    options: { gone: GONE, ...DRIVING },
    notes: [
      'Without RUN it is the latest that can go on. Its file is read again: what that changed begins anew.',
      CTRL_C,
    ],
    load: async () => (await import('../resume.ts')).resume,
  },
  {
    name: 'rerun',
    summary: 'Run again what failed in a run, as a new run with its inputs',
    operands: [{ ...RUN, optional: true }],
    options: DRIVING,
    notes: [
      'Without RUN it is the latest that failed or was stopped. Results that still hold are taken over.',
      CTRL_C,
    ],
    load: async () => (await import('../rerun.ts')).rerun,
  },
  {
    name: 'approve',
    summary: 'Answer a task that waits for a person',
    operands: [RUN, TASK],
    options: {
      reject: { help: 'Say no' },
      comment: { value: 'TEXT', help: 'What else is to be said' },
      by: { value: 'NAME', help: 'Who answers; without it, whoever is logged in' },
    },
    notes: ['Where no process drives the run, the answer is taken when it goes on.'],
    load: async () => (await import('../approve.ts')).approve,
  },
  {
    name: 'cancel',
    summary: 'Cancel a run that another process drives',
    operands: [{ ...RUN, optional: true }],
    options: {},
    notes: ['Cancelled again, what still runs is killed at once. Without RUN it is the latest that goes on.'],
    load: async () => (await import('../cancel.ts')).cancel,
  },
];
