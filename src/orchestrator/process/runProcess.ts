import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AttemptControl } from '../runner.ts';
import { type Channel, channel } from './channel.ts';
import type { Family } from './family.ts';
import { familyEnd } from './familyEnd.ts';
import type { LiveFamilies } from './liveFamilies.ts';
import { ownMark } from './marks.ts';
import { watchMemory } from './memory.ts';
import { readOutput } from './readOutput.ts';

export interface ProcessRequest {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** With the attempt's mark in it, by which what leaves the group is found. */
  readonly env: Readonly<Record<string, string>>;
  /** Opens a channel for messages; `onStart` gets the child to talk to. */
  readonly onStart?: (child: ChildProcess) => void;
}

export type ProcessEnd = {
  /** Highest memory of the process and its children in bytes, where it could be measured. */
  readonly peakMemory?: number;
  /** It was asked to stop before it ended. */
  readonly stopped?: boolean;
} & (
  | { readonly type: 'exit'; readonly code: number }
  | { readonly type: 'signal'; readonly signal: string }
  | { readonly type: 'spawn'; readonly message: string }
);

/**
 * Runs a process as the leader of a group of its own, with standard input at its end, until it has ended and its
 * output has been read. What it leaves running is ended too. Nothing is started where it was asked to stop already.
 * Never rejects.
 */
export async function runProcess(
  request: ProcessRequest,
  control: AttemptControl,
  families: LiveFamilies,
): Promise<ProcessEnd> {
  if (control.signal.aborted) return { type: 'signal', signal: 'SIGTERM', stopped: true };
  const since = performance.now();
  let started: Started;
  try {
    started = start(request, families);
  } catch (error) {
    return { type: 'spawn', message: spawnFault(request, error) };
  }
  const { child, stdout, stderr } = started;
  if (child.pid === undefined) {
    for (const { abandon } of [stdout, stderr]) abandon();
    const [error] = await once(child, 'error');
    return { type: 'spawn', message: spawnFault(request, error) };
  }
  const family: Family = { leader: child.pid, mark: ownMark(request.env), since };
  families.add(family);
  const peakMemory = watchMemory(child.pid);
  const { plead, kill, whenGone } = familyEnd(() => families.look(family), control.grace);
  control.signal.addEventListener('abort', plead);
  control.force.addEventListener('abort', kill);
  const streams = { stdout: stdout.reader(child.stdout), stderr: stderr.reader(child.stderr) };
  const output = readOutput(streams, control);
  // A message that can't be delivered any more, because the child is ending: its end tells the rest.
  child.on('error', () => undefined);
  request.onStart?.(child);

  const end = await exiting(child, control.signal);
  await whenGone();
  families.remove(family);
  control.signal.removeEventListener('abort', plead);
  control.force.removeEventListener('abort', kill);
  await output.finish();
  const bytes = peakMemory();
  return { ...end, ...(bytes !== undefined && { peakMemory: bytes }) };
}

interface Started {
  readonly child: ChildProcess;
  readonly stdout: Channel;
  readonly stderr: Channel;
}

function start(request: ProcessRequest, { pipes }: LiveFamilies): Started {
  const stdout = channel(pipes.take());
  const stderr = channel(pipes.take());
  try {
    const child = spawn(request.program, request.args, {
      cwd: request.cwd,
      env: request.env,
      stdio: ['ignore', stdout.stdio, stderr.stdio, ...(request.onStart ? (['ipc'] as const) : [])],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    return { child, stdout, stderr };
  } catch (error) {
    for (const { abandon } of [stdout, stderr]) abandon();
    throw error;
  }
}

/** Resolves at the process's end; it was stopped if it had been asked to end by then. */
function exiting(child: ChildProcess, signal: AbortSignal): Promise<ProcessEnd> {
  return new Promise((resolve) =>
    child.once('exit', (code, name) => {
      const stopped = signal.aborted && { stopped: true };
      resolve(
        name === null
          ? { type: 'exit', code: code ?? 0, ...stopped }
          : { type: 'signal', signal: name, ...stopped },
      );
    }),
  );
}

function spawnFault(request: ProcessRequest, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && !existsSync(request.cwd)) return `its folder is gone: ${request.cwd}`;
  if (code === 'ENOENT') return `${request.program} was not found on the PATH.`;
  if (code === 'EACCES') return `${request.program} may not be executed.`;
  if (code === 'E2BIG') {
    return 'its environment is larger than the system allows. Read large outputs from the file that FLOW_NEEDS names.';
  }
  return message;
}
