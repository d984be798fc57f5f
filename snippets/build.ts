import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type SnippetText, TASKS, WORKFLOWS } from '../src/language/complete/snippetTexts.ts';

/*
 * Writes what "Snippets: Insert Snippet" and "Snippets: Fill File with Snippet" list, from the texts that completion
 * offers. They have no prefix: VS Code would suggest them wherever a word begins, in the middle of a script too.
 * `--check` writes nothing and fails where the file isn't what its source says.
 */
const listed = Object.fromEntries(
  [...WORKFLOWS, ...TASKS].map((text) => [text.title, entryOf(text)] as const),
);
const url = new URL('flow-yaml.json', import.meta.url);
if (!process.argv.includes('--check')) writeFileSync(url, `${JSON.stringify(listed, undefined, 2)}\n`);
else if (!isDeepStrictEqual(JSON.parse(readFileSync(url, 'utf8')), listed)) {
  console.error('snippets/flow-yaml.json is older than its source. Run: node snippets/build.ts');
  process.exitCode = 1;
}

function entryOf(text: SnippetText) {
  const isFileTemplate = WORKFLOWS.includes(text);
  return {
    ...(isFileTemplate ? { isFileTemplate } : {}),
    description: text.description,
    body: text.block.trimEnd().split('\n'),
  };
}
