import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze } from '../../src/language/analyze.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const path = new URL('../../snippets/flow-yaml.json', import.meta.url);
const snippets: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync(path, 'utf8'));

/** Where an author would ask for a snippet: what stands around it. */
const PLACES = {
  file: (text: string) => text,
  sections: (text: string) => `tasks: { first: { run: ls } }\n${text}\n`,
  tasks: (text: string) => `tasks:\n  first: { run: ls }\n${indented(text, 2)}\n`,
};

const BELONGS: Readonly<Record<string, readonly (keyof typeof PLACES)[]>> = {
  Workflow: ['file'],
  Task: ['tasks'],
  'Task with needs': ['tasks'],
  'Script task': ['tasks'],
  'Python task': ['tasks'],
  'Module task': ['tasks'],
  'Clean-up task': ['tasks'],
  Pipeline: ['tasks'],
  'Fan-out and fan-in': ['tasks'],
  'Matrix task': ['tasks'],
  'Cached task': ['tasks'],
  Approval: ['tasks'],
  Finally: ['sections'],
  Pools: ['sections'],
};

describe('snippets', () => {
  it('are all tried', () => {
    assert.deepEqual(Object.keys(snippets).sort(), Object.keys(BELONGS).sort());
  });

  it('have a prefix of their own', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.deepEqual([...new Set(prefixes)], prefixes);
  });

  for (const [name, snippet] of Object.entries(snippets)) {
    for (const place of BELONGS[name] ?? []) {
      it(`"${name}" is right as it comes, in the place "${place}"`, () => {
        const text = PLACES[place](expanded(snippet.body.join('\n')));
        const { workflow, diagnostics } = analyze(text);
        assert.deepEqual(diagnostics, [], text);
        assert.ok(workflow.tasks.length > 0, text);
      });
    }
  }
});

/** A snippet as it comes when every placeholder is left as it is: the first of a choice, the file named `x.flow`. */
function expanded(body: string): string {
  const file = body.replaceAll(/\$\{TM_FILENAME_BASE\/[^}]*\}/g, 'x');
  const choices = file.replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1');
  const placeholders = choices.replaceAll(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1');
  const stops = placeholders.replaceAll(/(?<!\\)\$\d+/g, '');
  const left = /(?<!\\)\$[\w{]/.exec(stops);
  assert.equal(left, null, `not understood here: ${stops}`);
  return stops.replaceAll(/\\([$}\\])/g, '$1');
}

function indented(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}
