/**
 * Takes the flags that a desktop VS Code takes to run tests inside the editor, and does the same with the one that is
 * served to a browser: `launcher.ts FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…`. So one `runTests` of
 * `@vscode/test-electron` serves both. Prints what the extension host prints; its exit code is the tests'.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './openBrowser.ts';
import { startServer } from './startServer.ts';
import { workbenchAddress } from './workbenchAddress.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const { extension, entry, workspace } = asked();
const server = await startServer({
  trusted: true,
  testMode: true,
  logFile: join(extension, 'artefacts', 'editor', 'server.log'),
});
const browser = await openBrowser();
const page = await browser.newPage();
const exitCode = new Promise<number>((resolve) => {
  // The two functions that a workbench in test mode looks for in its page.
  void page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => print(type, args));
  void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  page.once('crash', () => resolve(1));
  void server.ended.then(() => resolve(1));
});
await page.goto(workbenchAddress({ authority: server.authority, workspace, tests: { extension, entry } }));
const code = await exitCode;
await browser.close();
await server.stop();
process.exit(code);

function asked(): { extension: string; entry: string; workspace: string } {
  const { values, positionals } = parseArgs({
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
    allowPositionals: true,
    strict: false, // the desktop takes many more flags; they don't apply here
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: entry } = values;
  const [workspace] = positionals;
  if (typeof extension !== 'string' || typeof entry !== 'string' || workspace === undefined) {
    throw new Error('Usage: launcher.ts FOLDER --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE');
  }
  return { extension, entry, workspace };
}

function print(type: string, args: readonly unknown[]): void {
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}\n`);
}
