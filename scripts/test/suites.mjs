import { editorSuite } from './editorSuite.mjs';
import { grammarSuite } from './grammarSuite.mjs';
import { mochaSuite } from './mochaSuite.mjs';

/**
 * The suites in the order they run, the quick ones first. `bundles` (see build/bundles.mjs) are built before;
 * `run` is given mocha's options from the command line and resolves to `{ passed, failed }`.
 */
export const suites = {
  unit: { bundles: [], run: (options) => mochaSuite('unit', ['--parallel', '--timeout=20000'], options) },
  grammar: { bundles: [], run: grammarSuite },
  editor: { bundles: ['extension', 'webview', 'editorTests'], run: editorSuite },
  e2e: {
    bundles: ['extension', 'webview', 'cli'],
    run: (options) => mochaSuite('e2e', ['--timeout=180000'], options),
  },
};
