/** What an expression can read, and what it is, for completion, hover and the messages of diagnostics. */
export const CONTEXTS: Readonly<Record<ContextName, string>> = {
  tasks:
    'The tasks upstream: `tasks.<id>.outputs.<key>` and `tasks.<id>.state` (`completed`, `failed`, `skipped`, `cancelled`).',
  inputs: 'What the person who runs the workflow gave: `inputs.<name>`.',
  env: 'The variables of `env`, the workflow’s and the task’s: `env.<NAME>`.',
  secrets: 'Values that are kept from every text shown or stored: `secrets.<NAME>`.',
  matrix: 'The values of this instance of the `matrix`: `matrix.<name>`.',
  run: 'This run: `run.id`, and `run.dir`, the folder that keeps its journal and logs.',
  workflow: 'This workflow: `workflow.name`.',
};

export type ContextName = 'tasks' | 'inputs' | 'env' | 'secrets' | 'matrix' | 'run' | 'workflow';

/** The fixed members of contexts and of a task, where any other name is a mistake. */
export const MEMBERS = {
  run: ['id', 'dir'],
  workflow: ['name'],
  task: ['outputs', 'state'],
  /** The outputs of an approval. */
  answer: ['answer', 'by', 'via', 'at', 'comment'],
} as const;

export interface FunctionDoc {
  readonly name: string;
  /** As a person would call it: `contains(search, item)`. */
  readonly signature: string;
  readonly description: string;
}

export const FUNCTIONS: readonly FunctionDoc[] = [
  {
    name: 'contains',
    signature: 'contains(search, item)',
    description: 'Whether a list has the item, or a text the piece; letter case aside.',
  },
  {
    name: 'startsWith',
    signature: 'startsWith(text, start)',
    description: 'Whether the text begins so; letter case aside.',
  },
  {
    name: 'endsWith',
    signature: 'endsWith(text, end)',
    description: 'Whether the text ends so; letter case aside.',
  },
  {
    name: 'format',
    signature: "format('{0} of {1}', a, b)",
    description: 'The text with each `{n}` replaced by that argument.',
  },
  {
    name: 'join',
    signature: "join(list, ', ')",
    description: 'The items of a list as one text; a comma stands between them unless you name another.',
  },
  {
    name: 'toJSON',
    signature: 'toJSON(value)',
    description: 'The value as JSON text, indented for people.',
  },
  { name: 'fromJSON', signature: 'fromJSON(text)', description: 'The value that a JSON text describes.' },
  {
    name: 'case',
    signature: 'case(condition, value, …, otherwise)',
    description: 'The value behind the first condition that is true.',
  },
];

/** Only an `if` may ask for these. */
export const STATUS_FUNCTIONS: readonly FunctionDoc[] = [
  {
    name: 'success',
    signature: 'success()',
    description: 'All needs completed. Implied where an `if` names none of these four.',
  },
  { name: 'failure', signature: 'failure()', description: 'A task upstream failed.' },
  { name: 'always', signature: 'always()', description: 'True whatever happened, cancel included.' },
  { name: 'cancelled', signature: 'cancelled()', description: 'The run was asked to stop.' },
];
