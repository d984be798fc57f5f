import { inRoot, root } from '../setup/root.mjs';
import { bundles } from './bundles.mjs';

/** esbuild's whole options for one bundle. */
export function buildOptions(name, production) {
  return {
    absWorkingDir: root,
    bundle: true,
    outdir: inRoot('dist'),
    charset: 'utf8',
    logLevel: 'warning',
    minify: production,
    sourcemap: production ? false : 'linked',
    ...bundles[name],
  };
}
