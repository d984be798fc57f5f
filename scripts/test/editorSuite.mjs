import { parseArgs } from 'node:util';
import { inRoot } from '../setup/root.mjs';
import { bounded } from './bounded.mjs';
import { counted } from './counts.mjs';

/** Runs `test/editor` inside a real extension host, within `limit` ms. Resolves to `{ passed, failed }`. */
export function editorSuite({ limit }, options) {
  const wish = grep(options);
  return counted('editor', (file) =>
    bounded([inRoot('scripts', 'test', 'inEditor.mjs')], {
      limit,
      env: { FLOW_TEST_COUNTS: file, ...(wish === undefined ? {} : { FLOW_TEST_GREP: wish }) },
    }),
  );
}

/** Of mocha's options only the choice of tests reaches the editor. */
function grep(options) {
  const { values } = parseArgs({
    args: options,
    options: { grep: { type: 'string', short: 'g' } },
    strict: false,
  });
  return values.grep;
}
