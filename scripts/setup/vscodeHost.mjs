import { ensureChromium } from './chromium.mjs';
import { desktopVscode } from './desktopVscode.mjs';
import { inRoot } from './root.mjs';
import { screenCommand } from './screen.mjs';
import { ensureVscodeServer } from './vscodeServer.mjs';

/**
 * The VS Code that runs the tests inside the editor: the desktop one where it can be downloaded and has a screen,
 * else the one served to a browser. `FLOW_VSCODE_HOST=desktop` or `=browser` decides instead.
 *
 * Resolves to an executable and its first arguments, ready for `@vscode/test-electron`'s `runTests`.
 */
export async function ensureVscodeHost() {
  const wish = process.env.FLOW_VSCODE_HOST;
  const screen = screenCommand();
  if (wish !== 'browser' && screen !== undefined) {
    const desktop = await desktopVscode({ insist: wish === 'desktop' });
    if (desktop !== undefined) {
      const [executable, ...args] = [...screen, desktop];
      return { name: 'desktop VS Code', executable, args };
    }
  }
  await ensureVscodeServer();
  await ensureChromium();
  return {
    name: 'VS Code in Chromium',
    executable: process.execPath,
    args: [inRoot('test', 'host', 'launcher.ts')],
  };
}
