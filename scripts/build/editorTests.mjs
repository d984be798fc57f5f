import { readdirSync } from 'node:fs';
import { inRoot, root } from '../setup/root.mjs';

/**
 * An esbuild plugin that writes the entry of the tests that run inside the editor: `run`, which VS Code calls,
 * given a function that loads every `test/editor/**\/*.test.ts`. Loading waits until mocha's globals exist.
 */
export const editorTests = {
  name: 'editor-tests',
  setup(build) {
    build.onResolve({ filter: /^editor-tests$/ }, ({ path }) => ({ path, namespace: 'editor-tests' }));
    build.onLoad({ filter: /.*/, namespace: 'editor-tests' }, () => {
      const files = editorTestFiles();
      return {
        contents: `
          import { runMocha } from './test/editor/runMocha.ts';
          export const run = () => runMocha(async () => {
            ${files.map((file) => `await import(${JSON.stringify(`./${file}`)});`).join('\n')}
          });`,
        loader: 'ts',
        resolveDir: root,
        watchDirs: [inRoot('test', 'editor')],
      };
    });
  },
};

/** The test files, relative to the root, in a stable order. */
function editorTestFiles() {
  return readdirSync(inRoot('test', 'editor'), { recursive: true })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `test/editor/${path.replaceAll('\\', '/')}`)
    .sort();
}
