import type { Command } from './command.ts';

/** What flow can be told to do. Each is loaded when it is asked for. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'run',
    summary: 'Run a workflow, show how it goes, and report on it',
    files: 'one',
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
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'validate',
    summary: 'Check workflows and show what is wrong with them',
    files: 'many',
    options: { format: { value: 'FORMAT', help: 'text (default) or json', choices: ['text', 'json'] } },
    notes: [],
    load: async () => (await import('./validate.ts')).validate,
  },
  {
    name: 'graph',
    summary: 'Draw the graph of a workflow',
    files: 'one',
    options: {
      format: {
        value: 'FORMAT',
        help: 'text (default), json, mermaid, dot or svg',
        choices: ['text', 'json', 'mermaid', 'dot', 'svg'],
      },
    },
    notes: ['Of an invalid file all that could be understood is drawn, cycles included.'],
    load: async () => (await import('./graph.ts')).graph,
  },
];
