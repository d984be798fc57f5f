import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { hasScreen } from '../../scripts/setup/screen.mjs';
import { startServer } from './startServer.ts';
import { workbenchAddress } from './workbenchAddress.ts';

const project = dirname(dirname(import.meta.dirname));

/**
 * Serves VS Code with the folder open and the project's extension installed, prints its address, opens the default
 * browser where there is a screen, and goes on until Ctrl-C ends the process. Resolves only if the server ends by itself.
 */
export async function serveWorkbench(folder: string): Promise<void> {
  const server = await startServer({
    trusted: true,
    installed: project,
    logFile: join(project, 'artefacts', 'start', 'server.log'),
  });
  const address = workbenchAddress({ authority: server.authority, workspace: folder });
  console.log(`\n  VS Code with Flow YAML: ${address}\n\n  Open it in a browser. Ctrl-C ends it.`);
  if (hasScreen()) openInBrowser(address);

  await server.ended;
  console.error(`VS Code's server has ended by itself. Its log: ${join('artefacts', 'start', 'server.log')}`);
  process.exitCode = 1;
}

/** A convenience: the address has been printed, so nothing depends on it. */
function openInBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => {})
    .unref();
}
