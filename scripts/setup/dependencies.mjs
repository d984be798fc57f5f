import { existsSync, readFileSync } from 'node:fs';
import { npm } from './npm.mjs';
import { projectNode } from './projectNode.mjs';
import { inRoot, root } from './root.mjs';
import { say } from './say.mjs';

/** Runs `npm ci` unless `node_modules` is already what `package-lock.json` says. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  say('Installing the dependencies (npm ci; about a minute) …');
  const started = Date.now();
  await npm(['ci'], { cwd: root, doing: 'installing the dependencies' });
  say(`Dependencies installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/**
 * npm writes what it installed into `node_modules/.package-lock.json` when it has finished, so that file is
 * a stamp that an interrupted install doesn't leave behind, and that `npm install` keeps true as well.
 * Optional packages may be missing (they are for other platforms).
 */
function isInstalled() {
  const wanted = readLock(inRoot('package-lock.json'));
  const installed = readLock(inRoot('node_modules', '.package-lock.json'));
  if (!wanted || !installed || !existsSync(projectNode)) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found
      ? found.version === entry.version && found.integrity === entry.integrity
      : entry.optional === true;
  });
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined; // missing or torn: both mean that an install is due
  }
}
