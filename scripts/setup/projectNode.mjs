import { realpathSync } from 'node:fs';
import { delimiter } from 'node:path';
import { handOver } from './handOver.mjs';
import { inRoot } from './root.mjs';

/** The Node that the lockfile pins: the one VS Code's extension host runs on, and the one that runs TypeScript. */
export const projectNode = inRoot(
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** The environment in which `node` and the dependencies' tools are the project's own. */
function projectEnv() {
  const path = [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * Starts this same command again under the project's Node when another one started it. Returns at once when
 * this already is the project's Node, as it is for every `npm run` after the first.
 */
export async function underProjectNode() {
  if (realpathSync(process.execPath) === realpathSync(projectNode)) return;
  await handOver(projectNode, process.argv.slice(1), { env: projectEnv() });
}
