import { parseArgs } from 'node:util';
import { inRoot, root } from '../setup/root.mjs';
import { say } from '../setup/say.mjs';
import { ensureVscodeHost } from '../setup/vscodeHost.mjs';
import { counted } from './counts.mjs';

/** Runs `test/editor` inside a real extension host, with a copy of the examples open. Resolves to `{ passed, failed }`. */
export async function editorSuite(options) {
  const host = await ensureVscodeHost();
  say(`In ${host.name}:`);
  const { runTests } = await import('@vscode/test-electron');
  const { temporaryFolder } = await import('../../test/host/temporaryFolder.ts');
  const { copyWorkspace } = await import('../../test/host/copyWorkspace.ts');
  const workspace = copyWorkspace(inRoot('examples'));
  const profile = temporaryFolder('profile');
  try {
    return await counted('editor', (file) =>
      runTests({
        vscodeExecutablePath: host.executable,
        extensionDevelopmentPath: root,
        extensionTestsPath: inRoot('dist', 'test', 'editor.cjs'),
        launchArgs: [...host.args, workspace.path, `--user-data-dir=${profile.path}`, '--disable-extensions'],
        extensionTestsEnv: { FLOW_TEST_COUNTS: file, FLOW_TEST_GREP: grep(options), ...colours() },
      }).catch(failedCode),
    );
  } finally {
    workspace.remove();
    profile.remove();
  }
}

/** Of mocha's options only the choice of tests reaches the editor. */
function grep(options) {
  const { values } = parseArgs({
    args: options,
    options: { grep: { type: 'string', short: 'g' } },
    strict: false,
  });
  return values.grep;
}

/** The extension host prints to a pipe, so it has to be told whether this is a terminal. */
const colours = () => (process.stdout.isTTY ? { MOCHA_COLORS: '1' } : {});

function failedCode(error) {
  if (error?.name !== 'TestRunFailedError' && error?.code === undefined) throw error;
  return error.code ?? 1;
}
