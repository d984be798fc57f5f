import type { NameKind } from '../schema.ts';
import type { SchemaPlace } from '../schemaAt.ts';
import type { Completion } from './completion.ts';
import type { Place } from './place.ts';

interface Snippet {
  readonly label: string;
  readonly detail: string;
  readonly block: string;
  readonly flow: string;
}

const TASKS: readonly Snippet[] = [
  {
    label: 'task: run',
    detail: 'A task that runs a script',
    block: '${1:name}:\n  run: ${0:command}',
    flow: '${1:name}: { run: ${0:command} }',
  },
  {
    label: 'task: module',
    detail: 'A task that calls a JavaScript function',
    block: '${1:name}:\n  module: ${0:tasks/name.mjs}',
    flow: '${1:name}: { module: ${0:tasks/name.mjs} }',
  },
  {
    label: 'task: workflow',
    detail: 'Another workflow as one task',
    block: '${1:name}:\n  workflow: ${0:./name.flow.yaml}',
    flow: '${1:name}: { workflow: ${0:./name.flow.yaml} }',
  },
  {
    label: 'task: approval',
    detail: 'A question that a person answers',
    block: '${1:name}:\n  approval: ${0:Go on?}',
    flow: '${1:name}: { approval: ${0:Go on?} }',
  },
];

const INPUTS: readonly Snippet[] = [
  {
    label: 'input',
    detail: 'What the workflow asks for',
    block: '${1:name}: { type: ${2|string,number,boolean,choice,file|} }',
    flow: '${1:name}: { type: ${2|string,number,boolean,choice,file|} }',
  },
];

const POOLS: readonly Snippet[] = [
  {
    label: 'pool',
    detail: 'A limit with a name',
    block: '${1:name}: { limit: ${2:4}, rate: ${0:10/s} }',
    flow: '${1:name}: { limit: ${2:4}, rate: ${0:10/s} }',
  },
];

const BY_NAME: Readonly<Record<NameKind, readonly Snippet[]>> = { task: TASKS, input: INPUTS, pool: POOLS };

const WORKFLOW: Snippet = {
  label: 'workflow',
  detail: 'A workflow of two tasks',
  block:
    'name: ${1:name}\n\ntasks:\n  ${2:first}:\n    run: ${3:command}\n\n  ${4:second}:\n    needs: ${2:first}\n    run: ${0:command}\n',
  flow: '',
};

/** A task, an input or a pool where a name is to be written, and a whole workflow in an empty file. */
export function snippetCompletions(place: Place, at: SchemaPlace): readonly Completion[] {
  if (at.type === 'names') {
    return BY_NAME[at.of].map((snippet) => completionOf(place, snippet));
  }
  const { root } = place.analysis;
  const isEmpty = root === undefined || root.type === 'scalar';
  return at.type === 'map' && place.cursor.path.length === 0 && isEmpty
    ? [completionOf(place, WORKFLOW)]
    : [];
}

function completionOf({ cursor }: Place, { label, detail, block, flow }: Snippet): Completion {
  return {
    label,
    kind: 'snippet',
    detail,
    insertText: cursor.flow ? flow : block,
    isSnippet: true,
    range: cursor.word,
  };
}
