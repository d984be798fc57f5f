import { spawn } from 'node:child_process';
import { SetUpError } from './say.mjs';
import { spawned } from './spawned.mjs';

/** Runs an npm command that needs the registry, to its end; throws a SetUpError when it can't or doesn't succeed. */
export async function npm(args, { cwd, doing }) {
  await checkRegistry(cwd, doing);
  const code = await spawned(...npmCommand([...args, '--loglevel=error', '--no-audit', '--no-fund']), {
    cwd,
  });
  if (code === 0) return;
  throw new SetUpError(
    `npm failed (exit code ${code}) while ${doing}; its message is above.`,
    'The registry answers, so this is about a package or the disk. Run the same command again once it is mended.',
  );
}

/**
 * Asked first, and once: an install without a network tries each package several times, and needs minutes to say so.
 * An answer of any kind will do, because not every registry knows `ping`.
 */
async function checkRegistry(cwd, doing) {
  const { code, stderr } = await captured(
    ...npmCommand([
      'ping',
      '--loglevel=error',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=2000',
      '--fetch-timeout=8000',
    ]),
    cwd,
  );
  if (code === 127) {
    throw new SetUpError(
      `npm was not found while ${doing}.`,
      'Install Node.js with npm (https://nodejs.org), then run the same command again.',
    );
  }
  const reason = /error code (\w+)/.exec(stderr)?.[1];
  if (code === 0 || reason === undefined || /^E\d{3}$/.test(reason)) return;
  throw new SetUpError(
    `npm can't reach its registry (${reason}), which is needed for ${doing}.`,
    [
      'Check the network, then run the same command again. Useful to look at:',
      '  npm config get registry     the registry in use',
      '  npm config get https-proxy  the proxy in use (also the variable HTTPS_PROXY)',
      '  npm config get cafile       the certificate file, behind an inspecting proxy',
    ].join('\n'),
  );
}

/** On Windows npm is a batch file, which only a shell can start. */
function npmCommand(args) {
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', 'npm', ...args]] : ['npm', args];
}

function captured(command, args, cwd) {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 127, stderr }));
    child.once('close', (code) => resolve({ code, stderr }));
  });
}
