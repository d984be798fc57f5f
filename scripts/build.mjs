// npm run build [-- --production | --watch]: the three bundles in dist/.
import { shipped } from './build/bundles.mjs';
import { ensureBuild } from './build/ensureBuild.mjs';
import { watch } from './build/watch.mjs';
import { setUp } from './setup/setUp.mjs';

const flags = process.argv.slice(2);

await setUp(() =>
  flags.includes('--watch') ? watch(shipped) : ensureBuild(shipped, { production: flags.includes('--production') }),
);
