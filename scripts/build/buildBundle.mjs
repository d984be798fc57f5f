import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { root } from '../setup/root.mjs';
import { buildOptions } from './buildOptions.mjs';

/**
 * Builds one bundle. Resolves to the project files it was made of and the files it became
 * (paths relative to the root, sizes in bytes; source maps are written but not listed).
 */
export async function buildBundle(name, production) {
  const { build } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    ...buildOptions(name, production),
    write: false,
    metafile: true,
  });
  for (const file of outputFiles) writeWhole(file.path, file.contents);
  return {
    inputs: Object.keys(metafile.inputs).filter(
      (path) => !path.includes('node_modules/') && !/^[\w-]+:/.test(path),
    ),
    outputs: outputFiles
      .filter(({ path }) => !path.endsWith('.map'))
      .map(({ path, contents }) => ({
        path: relative(root, path).replaceAll('\\', '/'),
        bytes: contents.length,
      })),
  };
}

/** Written beside and renamed, so that a command started meanwhile reads the old file or the new one, never half. */
function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, contents);
  renameSync(partial, path);
}
