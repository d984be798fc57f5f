import { say } from '../setup/say.mjs';
import { buildBundle } from './buildBundle.mjs';
import { isFresh, writeStamp } from './stamp.mjs';

/**
 * Builds the named bundles (see bundles.mjs) whose sources have changed since they were built, and only those.
 * `production` minifies and leaves the source maps out. Throws esbuild's error when a source doesn't compile;
 * esbuild has printed it by then.
 */
export async function ensureBuild(names, { production = false } = {}) {
  const stale = names.filter((name) => !isFresh(name, production));
  for (const name of stale) {
    const { inputs, outputs } = await buildBundle(name, production);
    writeStamp(name, { production, inputs, outputs: outputs.map(({ path }) => path) });
    for (const { path, bytes } of outputs)
      say(`  ${path.padEnd(24)} ${(bytes / 1000).toFixed(1).padStart(8)} kB`);
  }
}
