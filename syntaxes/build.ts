import { readFileSync, writeFileSync } from 'node:fs';
import { expressionGrammar } from './source/expression.ts';
import { workflowGrammar } from './source/workflow.ts';

/*
 * Writes the grammars, which VS Code reads as JSON, from their sources. They are committed.
 * `--check` writes nothing and fails where a file isn't what its source says.
 */
const check = process.argv.includes('--check');
for (const [file, grammar] of [
  ['flow-yaml.tmLanguage.json', workflowGrammar],
  ['flow-expression.tmLanguage.json', expressionGrammar],
] as const) {
  const url = new URL(file, import.meta.url);
  const text = `${JSON.stringify(grammar, undefined, 2)}\n`;
  if (!check) writeFileSync(url, text);
  else if (readFileSync(url, 'utf8') !== text) {
    console.error(`syntaxes/${file} is older than its source. Run: node syntaxes/build.ts`);
    process.exitCode = 1;
  }
}
