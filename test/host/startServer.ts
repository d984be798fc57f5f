import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureVscodeServer } from '../../scripts/setup/vscodeServer.mjs';
import { temporaryFolder } from './temporaryFolder.ts';

export interface Server {
  /** host:port, which is also the authority of the workbench's `vscode-remote:` addresses. */
  readonly authority: string;
  /** The server's data: settings, extension storage, logs (output channels among them). Fresh for each server. */
  readonly dataFolder: string;
  /** Resolves when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  /** Ends the server with all the processes it started, and removes its data. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** User settings, over the ones that keep a fresh VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** True: every folder is trusted without asking. False: VS Code's own behaviour, Restricted Mode first. */
  readonly trusted: boolean;
  /** The folder of an extension to have installed. It is linked, so that a new build needs only a reload. */
  readonly installed?: string;
  /**
   * Lets the page's address name an extension under development and its tests (see workbenchAddress.ts). VS Code
   * is then in its own smoke-test mode: the same in all but a few things, of which no notification toasts is one.
   */
  readonly testMode?: boolean;
  /** For the server and all it starts, beside this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the server prints goes here. */
  readonly logFile: string;
}

const quiet = {
  'git.openRepositoryInParentFolders': 'never',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** Starts VS Code's server on this machine only. Rejects with its last output when it doesn't come up. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const home = await ensureVscodeServer();
  const data = temporaryFolder('server');
  const user = join(data.path, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...quiet, ...options.settings }));
  if (options.installed !== undefined) install(options.installed, join(data.path, 'extensions'));

  const child = spawn(
    process.execPath,
    [
      join(home, 'out', 'server-main.js'),
      '--host=127.0.0.1',
      '--port=0',
      '--without-connection-token',
      '--accept-server-license-terms',
      `--server-data-dir=${data.path}`,
      '--telemetry-level=off',
      ...(options.trusted ? ['--disable-workspace-trust'] : []),
      ...(options.testMode === true ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // its own group, so that it ends as a whole
      env: { ...process.env, ...options.env, XDG_RUNTIME_DIR: data.path }, // its sockets go there, and with it
    },
  );
  const endAll = (): void => signalGroup(child, 'SIGKILL');
  process.prependOnceListener('exit', endAll); // before the data is removed
  for (const signal of interruptions) process.on(signal, leave);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  try {
    const port = await listeningPort(child, options.logFile);
    return {
      authority: `127.0.0.1:${port}`,
      dataFolder: join(data.path, 'data'),
      ended,
      async stop() {
        await end(child, ended);
        process.removeListener('exit', endAll);
        for (const signal of interruptions) process.removeListener(signal, leave);
        data.remove();
      },
    };
  } catch (error) {
    endAll();
    data.remove();
    throw error;
  }
}

const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal's default end would leave the server behind, because nothing registered for the exit is called then. */
const leave = (): never => process.exit(130);

/** VS Code takes what it finds in a fresh extensions folder for installed, links included. */
function install(extension: string, folder: string): void {
  const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  mkdirSync(folder, { recursive: true });
  symlinkSync(extension, join(folder, `${publisher}.${name}-${version}`), 'junction');
}

function listeningPort(child: ChildProcess, logFile: string): Promise<string> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer): void => {
      log.write(chunk);
      printed = (printed + chunk.toString()).slice(-4000);
      const port = /listening on (\d+)/.exec(printed)?.[1];
      if (port !== undefined) resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('close', (code) => {
      log.end();
      reject(new Error(`VS Code's server ended with ${code} before it listened:\n${printed}`));
    });
  });
}

/** SIGTERM, after a grace time of 3 s SIGKILL, and SIGKILL for whatever is left of the group. */
async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  signalGroup(child, 'SIGTERM');
  const late = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
  await ended;
  clearTimeout(late);
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // nobody is left in the group, which is what was wanted
  }
}
