import { stripVTControlCharacters } from 'node:util';
import { inRoot } from '../setup/root.mjs';
import { ensureVscodeHost } from '../setup/vscodeHost.mjs';
import { bounded } from './bounded.mjs';

/**
 * Runs `test/grammar`, which reads the grammars of other languages from the VS Code host, within `limit` ms. Resolves
 * to `{ passed, failed }`, counted in files: the tools say `✓ file` or `✖ file` and nothing that is easier to read.
 */
export async function grammarSuite({ limit }) {
  await ensureVscodeHost();
  const { output, exitCode } = await bounded([inRoot('test', 'grammar', 'run.ts')], {
    limit,
    keepOutput: true,
  });
  const lines = stripVTControlCharacters(output).split('\n');
  const passed = lines.filter((line) => /^[✓√]/.test(line)).length;
  const failed = lines.filter((line) => /^[✖×]/.test(line)).length;
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}
