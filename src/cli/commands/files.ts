import type { Command } from '../command.ts';
import { FILE, format } from './common.ts';

/** What can be done with a workflow's file without running it. */
export const FILE_COMMANDS: readonly Command[] = [
  {
    name: 'validate',
    summary: 'Check workflows and show what is wrong with them',
    operands: [{ ...FILE, repeatable: true }],
    options: {
      format: format('text', 'json'),
      severity: {
        value: 'CODE=LEVEL',
        help: 'Take this code for an error, a warning, an info, or turn it off',
        repeatable: true,
      },
    },
    notes: ['Errors stay errors whatever --severity says: they keep a workflow from being run.'],
    load: async () => (await import('../validate.ts')).validate,
  },
  {
    name: 'format',
    summary: 'Lay workflows out: indentation, blanks, empty lines',
    operands: [{ ...FILE, repeatable: true }],
    options: { check: { help: 'Write nothing, and say which files are laid out otherwise' } },
    notes: [
      'Comments, quotes, texts and line breaks stay as they are. A file that is no YAML is left alone.',
    ],
    load: async () => (await import('../format.ts')).format,
  },
  {
    name: 'graph',
    summary: 'Draw the graph of a workflow, or of a run as it went',
    operands: [{ ...FILE, optional: true }],
    options: {
      run: { value: 'RUN', help: 'Draw this run, from its journal alone' },
      format: format('text', 'json', 'mermaid', 'dot', 'svg'),
    },
    notes: ['Of an invalid file all that could be understood is drawn, cycles included.'],
    load: async () => (await import('../graph.ts')).graph,
  },
  {
    name: 'schema',
    summary: 'Print the JSON Schema of workflow files, for other editors',
    operands: [],
    options: {},
    notes: [
      'For yaml-language-server: # yaml-language-server: $schema=PATH as the first line of a workflow.',
    ],
    load: async () => (await import('../schema.ts')).schema,
  },
  {
    name: 'lsp',
    summary: 'Serve an editor by the language-server protocol, over standard input and output',
    operands: [],
    options: {
      stdio: { help: 'Taken because editors say it: there is no other way' },
      clientProcessId: { value: 'PID', help: 'End when this process is gone' },
    },
    notes: ['docs/editors.md says how Neovim, Helix, Zed, JetBrains and Emacs are told of it.'],
    load: async () => (await import('../lsp.ts')).lsp,
  },
];
