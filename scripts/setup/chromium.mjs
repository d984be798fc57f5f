import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath } from './findOnPath.mjs';
import { inRoot } from './root.mjs';
import { SetUpError, say } from './say.mjs';
import { spawned } from './spawned.mjs';

/**
 * The path of a Chromium or Chrome to test with: `CHROME_PATH`, an installed one, Playwright's own download, or
 * Debian's package where apt and root are at hand. Throws a SetUpError when none can be had.
 *
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const path = installed() ?? (await playwrights()) ?? (await debians());
  if (path !== undefined) return path;
  throw new SetUpError(
    'No Chromium or Chrome was found, and none could be installed.',
    'Install one (on Debian and Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to its executable.',
  );
}

function installed() {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined) {
    if (existsSync(chosen)) return chosen;
    throw new SetUpError(
      `CHROME_PATH says ${chosen}, and there is no such file.`,
      'Correct or unset the variable.',
    );
  }
  return (
    findOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']) ??
    places().find(existsSync)
  );
}

/** Where the installers put it on the systems that don't use PATH for that. */
function places() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((variable) => process.env[variable])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
}

async function playwrights() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  say('No Chromium or Chrome is installed. Trying to download one through Playwright …');
  const code = await spawned(
    process.execPath,
    [inRoot('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'],
    {
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    },
  );
  return code === 0 && existsSync(path) ? path : undefined;
}

async function debians() {
  if (process.getuid?.() !== 0 || findOnPath(['apt-get']) === undefined) return undefined;
  say('Installing Debian’s Chromium (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await spawned('apt-get', ['update', '-qq'], { env });
  await spawned(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    { env },
  );
  return installed();
}
