import { say } from '../setup/say.mjs';
import { buildOptions } from './buildOptions.mjs';

/**
 * Builds the named bundles again whenever a source changes, until the process is ended. The lines around each
 * build are what `.vscode/tasks.json` waits for: one pair, however many bundles a change touches.
 */
export async function watch(names) {
  const { context } = await import('esbuild');
  const bracket = buildBracket(names.length);
  for (const name of names) {
    const options = buildOptions(name, false);
    const building = await context({ ...options, plugins: [...(options.plugins ?? []), bracket] });
    await building.watch();
  }
}

function buildBracket(bundles) {
  let neverBuilt = bundles;
  let building = 0;
  return {
    name: 'build-bracket',
    setup(build) {
      let first = true;
      build.onStart(() => {
        if (building === 0 && neverBuilt === 0) say('[watch] build started');
        building += 1;
      });
      build.onEnd(() => {
        building -= 1;
        if (first) neverBuilt -= 1;
        first = false;
        if (building === 0 && neverBuilt === 0) say('[watch] build finished');
      });
      if (neverBuilt === bundles && building === 0) say('[watch] build started');
    },
  };
}
