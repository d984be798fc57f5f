import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { analyze } from '../../src/language/analyze.ts';
import {
  ENTRIES,
  INPUTS,
  POOLS,
  type SnippetText,
  TASKS,
  WORKFLOWS,
} from '../../src/language/complete/snippetTexts.ts';

const SNIPPETS = [...WORKFLOWS, ...TASKS, ...INPUTS, ...POOLS, ...Object.values(ENTRIES)];

const REST = 'tasks: { first: { run: ls } }\n';

/** Where an author would ask for a snippet: what stands around it, in block style and in braces. */
const PLACES: readonly {
  readonly of: readonly SnippetText[];
  readonly block: (text: string) => string;
  readonly flow: (text: string) => string;
}[] = [
  { of: WORKFLOWS, block: (text) => text, flow: (text) => text },
  {
    of: TASKS,
    block: (text) => `tasks:\n  first: { run: ls }\n${indented(text)}\n`,
    flow: (text) => `tasks: { first: { run: ls }, ${text} }\n`,
  },
  {
    of: INPUTS,
    block: (text) => `${REST}inputs:\n${indented(text)}\n`,
    flow: (text) => `${REST}inputs: { ${text} }\n`,
  },
  {
    of: POOLS,
    block: (text) => `${REST}pools:\n${indented(text)}\n`,
    flow: (text) => `${REST}pools: { ${text} }\n`,
  },
  {
    of: [ENTRIES.env],
    block: (text) => `${REST}env:\n${indented(text)}\n`,
    flow: (text) => `${REST}env: { ${text} }\n`,
  },
  {
    of: [ENTRIES.outputs],
    block: (text) => `${REST}outputs:\n${indented(written(text))}\n`,
    flow: (text) => `${REST}outputs: { ${written(text)} }\n`,
  },
  {
    of: [ENTRIES.matrix],
    block: (text) => `tasks:\n  first:\n    run: ls\n    matrix:\n${indented(text, 6)}\n`,
    flow: (text) => `tasks: { first: { run: ls, matrix: { ${text} } } }\n`,
  },
];

describe('snippets', () => {
  it('are all tried', () => {
    assert.deepEqual(new Set(PLACES.flatMap((place) => place.of)), new Set(SNIPPETS));
  });

  it('have a label and a title of their own, and the label is one word', () => {
    for (const names of [SNIPPETS.map(({ label }) => label), SNIPPETS.map(({ title }) => title)]) {
      assert.deepEqual([...new Set(names)], names);
    }
    for (const { label } of SNIPPETS) assert.match(label, /^[a-z-]+$/);
  });

  it('are in the file that VS Code lists them from', () => {
    const build = fileURLToPath(new URL('../../snippets/build.ts', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [build, '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  for (const { of, block, flow } of PLACES) {
    for (const snippet of of) {
      it(`"${snippet.title}" is right as it comes`, () => assertRight(block(expanded(snippet.block))));
      if (snippet.flow === undefined) continue;
      const inBraces = snippet.flow;
      it(`"${snippet.title}" is right in braces`, () => assertRight(flow(expanded(inBraces))));
    }
  }
});

function assertRight(text: string): void {
  const { workflow, diagnostics } = analyze(text);
  const serious = diagnostics.filter(({ severity }) => severity !== 'info');
  assert.deepEqual(serious, [], text);
  assert.ok(workflow.tasks.length > 0, text);
}

/** A snippet as it comes when every placeholder is left as it is: the first of a choice. */
function expanded(body: string): string {
  const choices = body.replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1');
  const placeholders = choices.replaceAll(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1');
  const stops = placeholders.replaceAll(/(?<!\\)\$\d+/g, '');
  const left = /(?<!\\)\$[\w{]/.exec(stops);
  assert.equal(left, null, `not understood here: ${stops}`);
  return stops.replaceAll(/\\([$}\\])/g, '$1');
}

/** With something in the expression that the author is to write. */
function written(text: string): string {
  return text.replace('${{  }}', '${{ run.id }}');
}

function indented(text: string, by = 2): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}
