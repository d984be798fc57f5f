import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { inRoot } from './root.mjs';
import { SetUpError, say } from './say.mjs';
import { spawned } from './spawned.mjs';

/** code-server's version is VS Code's with a 4 in front: this is VS Code 1.139.1. */
const version = '4.139.1';

/** Where everything that is fetched to host the extension lies; the folder that @vscode/test-electron uses too. */
export const hostFolder = inRoot('.vscode-test');

/**
 * VS Code's own server, workbench and extension host, as published inside the npm package `code-server` (MIT).
 * Fetched on first use, about 570 MB. Resolves to the folder that holds `out/server-main.js`.
 *
 * Only the package's `lib/vscode` is wanted: code-server's front and its post-install, which compiles things that
 * nothing here needs, are left alone. Native modules come prebuilt, with two exceptions: the one that writes logs and
 * output channels is replaced (see spdlog.cjs), and a watchdog the server does without.
 */
export async function ensureVscodeServer() {
  const installed = join(hostFolder, `vscode-server-${version}`);
  if (existsSync(join(installed, 'out', 'server-main.js'))) return installed;

  say(`Fetching VS Code for the browser (code-server ${version}, from the npm registry; about a minute) …`);
  const started = Date.now();
  const partial = `${installed}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const doing = 'fetching VS Code for the browser';
  await npm(['pack', `code-server@${version}`, '--ignore-scripts'], { cwd: partial, doing });
  const [archive] = readdirSync(partial);
  if ((await spawned('tar', ['-xzf', archive, 'package/lib/vscode'], { cwd: partial })) !== 0) {
    throw new SetUpError(
      `The archive ${archive} could not be unpacked while ${doing}.`,
      'Check that `tar` is installed and the disk has 1 GB free.',
    );
  }
  const server = join(partial, 'package', 'lib', 'vscode');
  await npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: server, doing });
  copyFileSync(
    inRoot('scripts', 'setup', 'spdlog.cjs'),
    join(server, 'node_modules', '@vscode', 'spdlog', 'index.js'),
  );
  renameSync(server, installed); // last, so that an interrupted fetch is never taken for a whole one
  rmSync(partial, { recursive: true, force: true });
  say(`VS Code for the browser fetched in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  return installed;
}
