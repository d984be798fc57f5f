import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/**
 * Runs mocha inside the extension host. `load` imports the test files; it is called when mocha's globals exist.
 * Writes how many passed and failed to `$FLOW_TEST_COUNTS`, and rejects when any failed: VS Code turns that into the
 * exit code.
 */
export async function runMocha(load: () => Promise<void>): Promise<void> {
  const { FLOW_TEST_COUNTS: counts, FLOW_TEST_GREP: grep } = process.env;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    color: process.env['MOCHA_COLORS'] !== undefined,
    forbidOnly: true,
    forbidPending: true,
    ...(grep === undefined ? {} : { grep }),
  });
  mark();
  try {
    mocha.suite.emit('pre-require', globalThis, 'test/editor', mocha);
    await load().catch(toldAndThrown);
    const { passed, failed } = await counted(mocha);
    if (counts !== undefined) writeFileSync(counts, JSON.stringify({ passed, failed }));
    if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
  } finally {
    mark();
  }
}

/** Told here, because a person reads what lies between the marks. */
function toldAndThrown(error: unknown): never {
  console.error(error);
  throw error;
}

function counted(mocha: Mocha): Promise<{ passed: number; failed: number }> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
  });
}

/**
 * VS Code prints the extension host's console and its own log down the same pipe. A mark at the beginning and the end
 * of the tests lets whoever reads the pipe (test/host/launcher.ts, which sets the variable) leave out the rest.
 */
function mark(): void {
  const text = process.env['FLOW_CONSOLE_MARK'];
  if (text !== undefined) console.log(text);
}
