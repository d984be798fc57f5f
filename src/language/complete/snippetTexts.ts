/** Something to be written as a whole, with places and choices as in a TextMate snippet. */
export interface SnippetText {
  /** One word, so that it can be typed. */
  readonly label: string;
  /** What it is, in a few words: unlike all others. */
  readonly title: string;
  readonly description: string;
  /** In block style, without indentation of its own. */
  readonly block: string;
  /** In `{ }`; absent where it can't stand there. */
  readonly flow?: string;
}

export const WORKFLOWS: readonly SnippetText[] = [
  {
    label: 'workflow',
    title: 'Workflow',
    description: 'A workflow of two tasks, one after the other',
    block:
      'description: ${1:What it does}\n\ntasks:\n  ${2:build}:\n    run: ${3:echo build}\n\n  ${4:test}:\n    needs: ${2:build}\n    run: ${0:echo test}\n',
  },
];

export const TASKS: readonly SnippetText[] = [
  {
    label: 'task',
    title: 'Task',
    description: 'A task that runs a command',
    block: '${1:name}:\n  run: ${0:echo done}',
    flow: '${1:name}: { run: ${0:echo done} }',
  },
  {
    label: 'task-needs',
    title: 'Task with needs',
    description: 'A task that starts when others have completed',
    block: '${1:name}:\n  needs: [${2:first}]\n  run: ${0:echo done}',
    flow: '${1:name}: { needs: [${2:first}], run: ${0:echo done} }',
  },
  {
    label: 'task-script',
    title: 'Script task',
    description: 'A task that runs some lines of shell and hands an output on',
    block: '${1:name}:\n  run: |\n    ${2:date}\n    echo "${3:key}=${4:value}" >> "\\$FLOW_OUTPUT"$0',
  },
  {
    label: 'task-python',
    title: 'Python task',
    description: 'A task written in Python that hands an output on',
    block:
      '${1:name}:\n  shell: python\n  run: |\n    import os\n    with open(os.environ["FLOW_OUTPUT"], "a") as outputs:\n        print("${2:key}=${3:value}", file=outputs)$0',
  },
  {
    label: 'task-module',
    title: 'Module task',
    description: 'A task that calls a JavaScript or TypeScript function, whose return value is its outputs',
    block: '${1:name}:\n  module: ${2:tasks/name.mjs}\n  with:\n    ${3:key}: ${0:value}',
    flow: '${1:name}: { module: ${2:tasks/name.mjs}, with: { ${3:key}: ${0:value} } }',
  },
  {
    label: 'task-workflow',
    title: 'Workflow task',
    description: 'Another workflow as one task',
    block: '${1:name}:\n  workflow: ${0:name.flow.yaml}',
    flow: '${1:name}: { workflow: ${0:name.flow.yaml} }',
  },
  {
    label: 'task-approval',
    title: 'Approval',
    description: 'A question that a person answers before the rest goes on',
    block:
      '${1:release}:\n  approval: ${2:Publish it?}\n  timeout: ${3:12h}\n  default: ${4|reject,approve|}$0',
    flow: '${1:release}: { approval: ${2:Publish it?}, timeout: ${3:12h}, default: ${4|reject,approve|}$0 }',
  },
  {
    label: 'task-matrix',
    title: 'Matrix task',
    description: 'A task that is repeated for each item of a list, side by side',
    block:
      '${1:name}:\n  matrix: { ${2:model}: [${3:small, large}] }\n  run: ${4:echo} "\\${{ matrix.${2:model} }}"$0',
  },
  {
    label: 'task-cache',
    title: 'Cached task',
    description: 'A task that isn’t run again while the files that it reads are the same',
    block: '${1:name}:\n  run: ${2:make}\n  cache:\n    inputs: [${3:src/**}]\n    outputs: [${0:build/**}]',
  },
  {
    label: 'task-always',
    title: 'Clean-up task',
    description: 'A task that runs whatever became of those before it',
    block: '${1:clean_up}:\n  needs: [${2:first}]\n  if: \\${{ always() }}\n  run: ${0:rm -rf build/tmp}',
  },
  {
    label: 'pipeline',
    title: 'Pipeline',
    description: 'Three tasks, each after the one before it',
    block:
      '${1:extract}:\n  run: ${2:echo extract}\n${3:transform}:\n  needs: ${1:extract}\n  run: ${4:echo transform}\n${5:load}:\n  needs: ${3:transform}\n  run: ${0:echo load}',
  },
  {
    label: 'fan',
    title: 'Fan-out and fan-in',
    description: 'One task, two beside each other, one that brings them together',
    block:
      '${1:split}:\n  run: ${2:echo split}\n${3:left}:\n  needs: ${1:split}\n  run: ${4:echo left}\n${5:right}:\n  needs: ${1:split}\n  run: ${6:echo right}\n${7:merge}:\n  needs: [${3:left}, ${5:right}]\n  run: ${0:echo merge}',
  },
];

export const INPUTS: readonly SnippetText[] = [
  {
    label: 'input',
    title: 'Input',
    description: 'What the workflow asks for',
    block: '${1:name}: { type: ${2|string,number,boolean,choice,file|}$0 }',
    flow: '${1:name}: { type: ${2|string,number,boolean,choice,file|}$0 }',
  },
];

export const POOLS: readonly SnippetText[] = [
  {
    label: 'pool',
    title: 'Pool',
    description: 'A limit with a name',
    block: '${1:api}: { limit: ${2:4}, rate: ${0:10/s} }',
    flow: '${1:api}: { limit: ${2:4}, rate: ${0:10/s} }',
  },
];

/** What stands below keys whose names are the author's. */
export const ENTRIES = {
  env: {
    label: 'variable',
    title: 'Environment variable',
    description: 'A variable and its value',
    block: '${1:NAME}: ${0:value}',
    flow: '${1:NAME}: ${0:value}',
  },
  outputs: {
    label: 'output',
    title: 'Output',
    description: 'A value that the workflow leaves',
    block: '${1:name}: \\${{ $0 }}',
    flow: '${1:name}: "\\${{ $0 }}"',
  },
  matrix: {
    label: 'list',
    title: 'List of a matrix',
    description: 'What the task is repeated for',
    block: '${1:model}: [${0:small, large}]',
    flow: '${1:model}: [${0:small, large}]',
  },
} as const satisfies Readonly<Record<string, SnippetText>>;
