import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from '../setup/root.mjs';

/**
 * Runs one suite and resolves to `{ passed, failed }`. `run` is given the path to write the counts to, and resolves
 * to `{ exitCode }`. A suite that ends badly without a failed test (a crash, an error while loading) is one failure.
 */
export async function counted(name, run) {
  const file = inRoot('artefacts', `${name}-counts.json`);
  mkdirSync(inRoot('artefacts'), { recursive: true });
  rmSync(file, { force: true });
  const { exitCode } = await run(file);
  const counts = read(file);
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
