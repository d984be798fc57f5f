import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { hasScreen } from '../../scripts/setup/screen.mjs';
import { startServer } from './startServer.ts';
import { workbenchAddress } from './workbenchAddress.ts';

const project = dirname(dirname(import.meta.dirname));

/**
 * Serves VS Code with the folder open and the project's extension installed, prints its address, opens the default
 * browser where there is a screen, and resolves when Ctrl-C (or the server itself) has ended it.
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

  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve('interrupted'));
  });
  const first = await Promise.race([interrupted, server.ended]);
  await server.stop();
  if (first === 'interrupted') return;
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
