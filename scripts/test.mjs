// npm test [-- suite … mocha's options …]: every suite, or the named ones. The last line is `N passed, N failed`.
import { setUp } from './setup/setUp.mjs';
import { runSuite } from './test/runSuite.mjs';
import { suites } from './test/suites.mjs';

await setUp(async () => {
  const words = process.argv.slice(2);
  const firstOption = words.findIndex((word) => !(word in suites));
  const named = firstOption === -1 ? words : words.slice(0, firstOption);
  const options = words.slice(named.length);
  const chosen = named.length > 0 ? named : Object.keys(suites);

  // Ctrl-C reaches the suite that runs, too. It ends, and then so do we.
  let interrupted = false;
  process.on('SIGINT', () => {
    interrupted = true;
  });

  let passed = 0;
  let failed = 0;
  for (const name of chosen) {
    if (interrupted) break;
    const counts = await runSuite(name, options);
    passed += counts.passed;
    failed += counts.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = interrupted ? 130 : failed > 0 || passed === 0 ? 1 : 0;
});
