import type { KeySchema } from '../schema.ts';

/** The keys that say what a task does: of each task exactly one. */
export const KIND_KEYS: readonly KeySchema[] = [
  {
    name: 'run',
    type: { type: 'text', expressions: true },
    documentation:
      'A script for the shell. A `${{ }}` in it reaches the script as a variable, never as pasted text, so no value can become code. Lines `key=value` that it appends to the file `$FLOW_OUTPUT` become outputs.',
    examples: ['run: node scripts/train.mjs "${{ inputs.rows }}"', 'run: |\n  npm ci\n  npm test'],
  },
  {
    name: 'module',
    type: { type: 'text', expressions: true },
    documentation:
      'A JavaScript or TypeScript module, as a path from the workflow’s file. Its default export is called with one object (`with`, `needs`, `env`, `signal`, `log`, `progress`); what it returns are the outputs.',
    examples: ['module: tasks/analyze.mjs'],
  },
  {
    name: 'workflow',
    type: { type: 'text', expressions: false },
    documentation:
      'Another workflow as one task: the path of its file, from this one’s. `with` are its inputs, its `outputs` are the task’s.',
    examples: ['workflow: ./publish.flow.yaml'],
  },
  {
    name: 'approval',
    type: { type: 'text', expressions: true },
    documentation:
      'A question that a person answers before what needs the task goes on. No slot is held meanwhile. Its outputs are `answer`, `by`, `via`, `at` and `comment`.',
    examples: ['approval: Publish both models?', 'approval: Publish ${{ inputs.rows }} rows?'],
  },
];
