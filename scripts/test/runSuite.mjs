import { ensureBuild } from '../build/ensureBuild.mjs';
import { say } from '../setup/say.mjs';
import { tell } from '../setup/setUp.mjs';
import { suites } from './suites.mjs';

/**
 * Builds what a suite needs and runs it. Resolves to `{ passed, failed }`. A suite that can't be built or set up,
 * or that runs no test although nothing narrows it, is one failure: silence is never success.
 */
export async function runSuite(name, options) {
  say(`\n── ${name} ──`);
  const { bundles, run } = suites[name];
  try {
    await ensureBuild(bundles);
    const counts = await run(options);
    if (counts.passed + counts.failed > 0 || options.length > 0) return counts;
    say(`The suite ${name} ran no test.`);
  } catch (error) {
    if (!tell(error)) console.error(error);
  }
  return { passed: 0, failed: 1 };
}
