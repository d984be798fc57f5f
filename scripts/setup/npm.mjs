import { SetUpError } from './say.mjs';
import { spawned } from './spawned.mjs';

/** Runs npm to its end; throws a SetUpError that tells a missing network from a failed install. */
export async function npm(args, { cwd, doing }) {
  const code = await runNpm([...args, '--loglevel=error', '--no-audit', '--no-fund'], cwd);
  if (code === 0) return;
  if (code === 127) {
    throw new SetUpError(
      `npm was not found while ${doing}.`,
      'Install Node.js with npm (https://nodejs.org), then run the same command again.',
    );
  }
  // npm's own error is on the screen by now. Only the reason is asked for again, in a few seconds at most.
  const reachable =
    (await runNpm(['ping', '--loglevel=silent', '--fetch-retries=0', '--fetch-timeout=5000'], cwd)) === 0;
  throw reachable
    ? new SetUpError(
        `npm failed (exit code ${code}) while ${doing}; its message is above.`,
        'The registry answers, so this is about a package or the disk. Run the same command again once it is mended.',
      )
    : new SetUpError(
        `npm could not reach its registry while ${doing}.`,
        [
          'Check the network, then run the same command again. Useful to look at:',
          '  npm config get registry     the registry in use',
          '  npm config get https-proxy  the proxy in use (also the variable HTTPS_PROXY)',
          '  npm config get cafile       the certificate file, behind an inspecting proxy',
        ].join('\n'),
      );
}

function runNpm(args, cwd) {
  // On Windows npm is a batch file, which only a shell can start.
  return process.platform === 'win32'
    ? spawned(['npm', ...args].join(' '), [], { cwd, shell: true })
    : spawned('npm', args, { cwd });
}
