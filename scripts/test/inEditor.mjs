// Runs dist/test/editor.cjs inside the extension host of a real VS Code, with a copy of the examples open. The exit
// code is the tests'; what they read from the environment is told in test/editor/runMocha.ts.
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { copyWorkspace } from '../../test/host/copyWorkspace.ts';
import { temporaryFolder } from '../../test/host/temporaryFolder.ts';
import { inRoot, root } from '../setup/root.mjs';
import { say } from '../setup/say.mjs';
import { withoutStack } from '../setup/setUp.mjs';
import { ensureVscodeHost } from '../setup/vscodeHost.mjs';

process.on('SIGTERM', () => process.exit(143)); // so that the folders are removed

await withoutStack(async () => {
  const host = await ensureVscodeHost();
  say(`In ${host.name}:`);
  const workspace = copyWorkspace(inRoot('examples'));
  const profile = temporaryFolder('profile');
  await runTests({
    vscodeExecutablePath: host.executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: inRoot('dist', 'test', 'editor.cjs'),
    launchArgs: [...host.args, workspace.path, `--user-data-dir=${profile.path}`, '--disable-extensions'],
    // The extension host prints to a pipe, so it has to be told whether this is a terminal.
    extensionTestsEnv: process.stdout.isTTY ? { MOCHA_COLORS: '1' } : {},
  }).catch(keepCode);
});

/** A failed test has been told by then; anything else is thrown on. */
function keepCode(error) {
  if (!(error instanceof TestRunFailedError)) throw error;
  process.exitCode = error.code ?? 1;
}
