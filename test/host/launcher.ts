/**
 * Takes the flags that a desktop VS Code takes to run tests inside the editor, and does the same with the one that is
 * served to a browser: `launcher.ts FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…`. So one `runTests` of
 * `@vscode/test-electron` serves both. Prints what the extension host prints; its exit code is the tests'.
 * VS Code's own log goes to `artefacts/editor/workbench.log`.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { openBrowser } from './openBrowser.ts';
import { startServer } from './startServer.ts';
import { workbenchAddress } from './workbenchAddress.ts';

/** What test/editor/runMocha.ts prints when the tests begin, and when they have ended. */
const mark = '<tests>';
let testing = false;

/** In the stack of every error that the workbench itself logs. */
const workbenchScripts = '/static/out/vs/';

const { extension, entry, workspace } = asked();
const artefacts = join(extension, 'artefacts', 'editor');
mkdirSync(artefacts, { recursive: true });
const log = createWriteStream(join(artefacts, 'workbench.log'));
process.exit(await testsCode());

async function testsCode(): Promise<number> {
  const server = await startServer({
    trusted: true,
    testMode: true,
    env: { FLOW_CONSOLE_MARK: mark },
    logFile: join(artefacts, 'server.log'),
  });
  const browser = await openBrowser();
  const page = await browser.newPage();
  const ended = new Promise<number>((resolve) => {
    page.once('crash', () => resolve(1));
    void server.ended.then(() => resolve(1));
    // The function that a workbench in test mode calls at the end.
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', printed);
  await page.goto(workbenchAddress({ authority: server.authority, workspace, tests: { extension, entry } }));
  const code = await ended;
  if (code !== 0) console.error(`VS Code's own log is in ${artefacts}.`);
  await browser.close();
  await server.stop();
  return code;
}

function asked(): { extension: string; entry: string; workspace: string } {
  const { values, positionals } = parseArgs({
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
    allowPositionals: true,
    strict: false, // the desktop takes many more flags; they don't apply here
  });
  const { extensionDevelopmentPath, extensionTestsPath } = values;
  const [folder] = positionals;
  if (
    typeof extensionDevelopmentPath !== 'string' ||
    typeof extensionTestsPath !== 'string' ||
    folder === undefined
  ) {
    throw new Error('Usage: launcher.ts FOLDER --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE');
  }
  return { extension: extensionDevelopmentPath, entry: extensionTestsPath, workspace: folder };
}

/** The workbench calls this for each line of its log, the extension host's console among them. */
function printed(type: string, args: readonly unknown[]): void {
  const line = format(...args);
  if (line === mark) testing = !testing;
  else if (testing && !line.includes(workbenchScripts)) process.stdout.write(`${line}\n`);
  else log.write(`${type} ${line}\n`);
}
