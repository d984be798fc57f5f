import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { markConsole } from './markConsole.ts';

/**
 * Runs mocha inside the extension host. `load` imports the test files; it is called when mocha's globals exist.
 * Writes how many passed and failed to `$FLOW_TEST_COUNTS`, and rejects when any failed: VS Code turns that into the
 * exit code.
 */
export async function runMocha(load: () => Promise<void>): Promise<void> {
  markConsole();
  const { FLOW_TEST_COUNTS: counts, FLOW_TEST_GREP: grep } = process.env;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    color: process.env['MOCHA_COLORS'] !== undefined,
    forbidOnly: true,
    forbidPending: true,
    ...(grep === undefined ? {} : { grep }),
  });
  mocha.suite.emit('pre-require', globalThis, 'test/editor', mocha);
  await load();

  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      if (counts !== undefined) writeFileSync(counts, JSON.stringify({ passed, failed }));
      if (failed === 0) resolve();
      else reject(new Error(`${failed} of ${passed + failed} tests failed.`));
    });
  });
}
