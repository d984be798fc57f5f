import assert from 'node:assert/strict';
import { plainSnippet } from '../../../src/lsp/plainSnippet.ts';

/** What an editor inserts that knows no snippets. */
const CASES: Readonly<Record<string, string>> = {
  'run: ${0:echo done}': 'run: echo done',
  '${1:name}:\n  run: $0': 'name:\n  run: ',
  'needs: [${1|build,test|}]': 'needs: [build]',
  '${1|a\\,b,c|}': 'a,b',
  '${1:outer ${2:inner} end}!': 'outer inner end!',
  '\\${{ inputs.${1:who} \\}\\}': '${{ inputs.who }}',
  'a: $1, b: ${2}': 'a: , b: ',
  'costs 5$ and \\$1': 'costs 5$ and $1',
  '': '',
};

describe('a snippet as plain text', () => {
  for (const [snippet, text] of Object.entries(CASES)) {
    it(JSON.stringify(snippet), () => assert.equal(plainSnippet(snippet), text));
  }
});
