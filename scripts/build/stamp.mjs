import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { inRoot } from '../setup/root.mjs';

/**
 * A bundle's stamp says what it was made of: each source's time and size, and a hash of what decides the rest
 * (the lockfile, these scripts, the compiler options). Times are compared for sameness, not for age, so that going
 * back to an older source builds again too.
 */
export function isFresh(name, production) {
  try {
    const stamp = JSON.parse(readFileSync(stampPath(name), 'utf8'));
    return (
      stamp.production === production &&
      stamp.surroundings === surroundings() &&
      stamp.outputs.every((path) => existsSync(inRoot(path))) &&
      Object.entries(stamp.inputs).every(([path, seen]) => fingerprint(path) === seen)
    );
  } catch {
    return false; // no stamp, or a source that is gone
  }
}

/** Remembers what a bundle was made of; call it when its outputs are on disk. */
export function writeStamp(name, { production, inputs, outputs }) {
  const watched = name === 'editorTests' ? [...inputs, ...directories('test/editor')] : inputs;
  const stamp = {
    production,
    surroundings: surroundings(),
    outputs,
    inputs: Object.fromEntries(watched.map((path) => [path, fingerprint(path)])),
  };
  mkdirSync(inRoot('dist', '.stamps'), { recursive: true });
  writeFileSync(stampPath(name), JSON.stringify(stamp));
}

const stampPath = (name) => inRoot('dist', '.stamps', `${name}.json`);

function fingerprint(path) {
  const { mtimeMs, size } = statSync(inRoot(path));
  return `${mtimeMs} ${size}`;
}

/** A folder's time changes when a file comes or goes, which is how a new test file is noticed. */
function directories(path) {
  const below = readdirSync(inRoot(path), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [path, ...below.flatMap((entry) => directories(`${path}/${entry.name}`))];
}

function surroundings() {
  const hash = createHash('sha256');
  const scripts = readdirSync(inRoot('scripts', 'build')).map((file) => `scripts/build/${file}`);
  for (const path of ['package-lock.json', 'tsconfig.json', 'src/webview/tsconfig.json', ...scripts]) {
    hash.update(readFileSync(inRoot(path)));
  }
  return hash.digest('hex');
}
