import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { inRoot, root } from '../setup/root.mjs';
import { ensureVscodeHost } from '../setup/vscodeHost.mjs';

/**
 * Runs `test/grammar`, which reads the grammars of other languages from the VS Code host. Resolves to
 * `{ passed, failed }`, counted in files: the tools say `✓ file` or `✖ file` and nothing that is easier to read.
 */
export async function grammarSuite() {
  await ensureVscodeHost();
  const { output, exitCode } = await shown(process.execPath, [inRoot('test', 'grammar', 'run.ts')]);
  const lines = stripVTControlCharacters(output).split('\n');
  const passed = lines.filter((line) => /^[✓√]/.test(line)).length;
  const failed = lines.filter((line) => /^[✖×]/.test(line)).length;
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

function shown(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    output += chunk;
  });
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ output, exitCode })));
}
