import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpError, say } from './say.mjs';
import { hostFolder } from './vscodeServer.mjs';

/** Says that the download servers didn't answer, and by its time when that was. */
const unreachable = join(hostFolder, 'desktop-unreachable');
const rememberedFor = 24 * 60 * 60 * 1000;

/**
 * The executable of a desktop VS Code, downloaded when it isn't there yet; undefined when it can't be had. Where the
 * servers don't answer within 4 s the answer is remembered for a day, so that only the first run waits for it.
 */
export async function desktopVscode({ insist }) {
  if (!insist && isRemembered()) return undefined;
  mkdirSync(hostFolder, { recursive: true });
  try {
    // The same request that the download begins with, proxies included, but with a bound of its own.
    const { fetchStableVersions } = await import('@vscode/test-electron/out/download.js');
    await fetchStableVersions(true, 4000);
  } catch (error) {
    if (insist)
      throw new SetUpError(
        `VS Code's download server can't be reached (${error}).`,
        'Unset FLOW_VSCODE_HOST to use VS Code in Chromium.',
      );
    say('VS Code for the desktop can’t be downloaded here; using the one that is served to a browser.');
    writeFileSync(unreachable, '');
    return undefined;
  }
  rmSync(unreachable, { force: true });
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ version: 'stable', cachePath: hostFolder });
}

function isRemembered() {
  try {
    return Date.now() - statSync(unreachable).mtimeMs < rememberedFor;
  } catch {
    return false;
  }
}
