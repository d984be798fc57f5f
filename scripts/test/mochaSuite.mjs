import { inRoot } from '../setup/root.mjs';
import { bounded } from './bounded.mjs';
import { counted } from './counts.mjs';

/** Runs `test/<name>/**\/*.test.ts` with mocha, within `limit` ms. Resolves to `{ passed, failed }`. */
export function mochaSuite(name, { limit, flags }, options) {
  const mocha = inRoot('node_modules', 'mocha', 'bin', 'mocha.js');
  const reporter = `--reporter=${inRoot('scripts', 'test', 'countingReporter.cjs')}`;
  const files = `test/${name}/**/*.test.ts`;
  return counted(name, (file) =>
    bounded([mocha, reporter, '--forbid-only', '--forbid-pending', ...flags, ...options, files], {
      limit,
      env: { FLOW_TEST_COUNTS: file },
    }),
  );
}
