import { inRoot, root } from '../setup/root.mjs';
import { spawned } from '../setup/spawned.mjs';
import { counted } from './counts.mjs';

/** Runs `test/<name>/**\/*.test.ts` with mocha in a process of its own. Resolves to `{ passed, failed }`. */
export function mochaSuite(name, settings, options) {
  return counted(name, (file) =>
    spawned(
      process.execPath,
      [
        inRoot('node_modules', 'mocha', 'bin', 'mocha.js'),
        `--reporter=${inRoot('scripts', 'test', 'countingReporter.cjs')}`,
        '--forbid-only',
        '--forbid-pending',
        ...settings,
        ...options,
        `test/${name}/**/*.test.ts`,
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, FLOW_TEST_COUNTS: file } },
    ),
  );
}
