// npm run build [-- bundle …] [-- --production | --watch]: dist/, as a whole or the named bundles of build/bundles.mjs.
import { bundles, shipped } from './build/bundles.mjs';
import { ensureBuild } from './build/ensureBuild.mjs';
import { watch } from './build/watch.mjs';
import { setUp } from './setup/setUp.mjs';

const words = process.argv.slice(2);
const named = words.filter((word) => word in bundles);
const names = named.length > 0 ? named : shipped;

await setUp(() =>
  words.includes('--watch')
    ? watch(names)
    : ensureBuild(names, { production: words.includes('--production') }),
);
