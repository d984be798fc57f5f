import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** When a process is killed: after so many lines of its standard output, or so many ms after its start. */
export type Moment = { readonly lines: number } | { readonly ms: number };

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder, to its end or until it is killed. */
export function flow(args: readonly string[], folder: string, kill?: Moment): Promise<Ended> {
  return ended(process.execPath, [CLI, ...args], folder, kill);
}

/** The same where no file may grow beyond so many blocks of 512 or 1,024 bytes, which is as if the disk were full. */
export function flowWithoutRoom(args: readonly string[], folder: string, blocks: number): Promise<Ended> {
  return ended('sh', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, CLI, ...args], folder);
}

function ended(command: string, args: readonly string[], folder: string, kill?: Moment): Promise<Ended> {
  const { CI: _, FORCE_COLOR: __, ...env } = process.env;
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let lines = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    lines += text.split('\n').length - 1;
    if (kill !== undefined && 'lines' in kill && lines >= kill.lines) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const timer =
    kill !== undefined && 'ms' in kill ? setTimeout(() => child.kill('SIGKILL'), kill.ms) : undefined;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stdout, stderr });
    });
  });
}
