import { editorSuite } from './editorSuite.mjs';
import { grammarSuite } from './grammarSuite.mjs';
import { mochaSuite } from './mochaSuite.mjs';

const minute = 60_000;

/**
 * The suites in the order they run, the quick ones first. `bundles` (see build/bundles.mjs) are built before;
 * `run` is given mocha's options from the command line and resolves to `{ passed, failed }`. Each has a limit several
 * times of what it needs.
 */
export const suites = {
  unit: {
    bundles: [],
    run: (options) =>
      mochaSuite('unit', { limit: 8 * minute, flags: ['--parallel', '--timeout=20000'] }, options),
  },
  crash: {
    bundles: ['cli'],
    run: (options) => mochaSuite('crash', { limit: 6 * minute, flags: [] }, options),
  },
  grammar: {
    bundles: [],
    run: () => grammarSuite({ limit: 2 * minute }),
  },
  editor: {
    bundles: ['extension', 'webview', 'cli', 'editorTests'],
    run: (options) => editorSuite({ limit: 5 * minute }, options),
  },
  e2e: {
    bundles: ['extension', 'webview', 'cli'],
    run: (options) => mochaSuite('e2e', { limit: 7 * minute, flags: ['--timeout=180000'] }, options),
  },
};
