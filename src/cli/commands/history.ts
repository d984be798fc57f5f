import type { Command } from '../command.ts';
import { FILE, format, GONE, RUN, TASK } from './common.ts';

/** What tells of the runs that are kept, and what tidies up among them. */
export const HISTORY_COMMANDS: readonly Command[] = [
  {
    name: 'runs',
    summary: 'List the runs that are kept, newest first',
    operands: [{ ...FILE, optional: true }],
    options: { format: format('text', 'json') },
    notes: [],
    load: async () => (await import('../runs.ts')).runs,
  },
  {
    name: 'report',
    summary: 'Show the report of a run',
    operands: [{ ...RUN, optional: true }],
    options: { format: format('text', 'md', 'json') },
    notes: [],
    load: async () => (await import('../report.ts')).report,
  },
  {
    name: 'log',
    summary: 'Show what a task wrote',
    operands: [{ ...RUN, optional: true }, TASK],
    options: { attempt: { value: 'N', help: 'Of this attempt, counted from 1; without it, of the last' } },
    notes: [],
    load: async () => (await import('../log.ts')).log,
  },
  {
    name: 'events',
    summary: 'Print the events of a run, one JSON object a line',
    operands: [{ ...RUN, optional: true }],
    options: { follow: { help: 'Go on with those to come, until the run has ended' } },
    notes: [
      'The exit code with --follow is 0 when the run has ended, 1 when the process that drove it is gone.',
    ],
    load: async () => (await import('../events.ts')).events,
  },
  {
    name: 'why',
    summary: 'Say why a task ran or not, and what the cache compared',
    operands: [{ ...RUN, optional: true }, TASK],
    options: { format: format('text', 'json') },
    notes: [],
    load: async () => (await import('../why.ts')).why,
  },
  {
    name: 'delete',
    summary: 'Delete runs, with all that they left',
    operands: [{ ...RUN, repeatable: true }],
    options: { gone: GONE },
    notes: [],
    load: async () => (await import('../delete.ts')).deleteRuns,
  },
  {
    name: 'prune',
    summary: 'Delete old runs',
    operands: [],
    options: {
      keep: { value: 'N', help: 'Keep the newest N; without it 200, or what FLOW_KEEP_RUNS says' },
      'older-than': {
        value: 'AGE',
        help: 'Delete only what is older: 30d, 12h; without --keep, all of that',
      },
    },
    notes: ['A run that goes on is never deleted, nor one that was cut off in the last 30 days.'],
    load: async () => (await import('../prune.ts')).prune,
  },
  {
    name: 'cache',
    summary: 'Say what the cache of tasks keeps, or clear it',
    operands: [],
    options: { clear: { help: 'Take everything away that it keeps' }, format: format('text', 'json') },
    notes: [],
    load: async () => (await import('../cache.ts')).cache,
  },
];
