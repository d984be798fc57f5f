import { type ChildProcess, spawn } from 'node:child_process';
import type { AttemptControl } from '../runner.ts';
import { isGroupAlive, type ProcessGroups, signalGroup } from './group.ts';
import { watchMemory } from './memory.ts';

export interface ProcessRequest {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
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

/** ms that output may still take to arrive once every process of the group has ended. */
const DRAIN = 250;

/**
 * Runs a process as the leader of a group of its own, with standard input at its end, until it has ended
 * and its output has been read. What it leaves running in its group is ended too. Never rejects.
 */
export function runProcess(
  request: ProcessRequest,
  control: AttemptControl,
  groups: ProcessGroups,
): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = spawn(request.program, request.args, {
        cwd: request.cwd,
        env: request.env,
        stdio: ['ignore', 'pipe', 'pipe', ...(request.onStart ? (['ipc'] as const) : [])],
        detached: process.platform !== 'win32',
        windowsHide: true,
      });
    } catch (error) {
      resolve({ type: 'spawn', message: spawnFault(request, error) });
      return;
    }
    const { pid } = child;
    if (pid === undefined) {
      child.once('error', (error) => resolve({ type: 'spawn', message: spawnFault(request, error) }));
      return;
    }
    groups.add(pid);
    const peakMemory = watchMemory(pid);
    let killTimer: NodeJS.Timeout | undefined;
    let drainTimer: NodeJS.Timeout | undefined;
    let stopped = false;

    const terminate = (): void => {
      signalGroup(pid, 'SIGTERM');
      killTimer ??= setTimeout(kill, control.grace).unref();
    };
    const kill = (): void => {
      signalGroup(pid, 'SIGKILL');
      groups.remove(pid);
    };
    for (const [signal, act] of [
      [control.signal, terminate],
      [control.force, kill],
    ] as const) {
      if (signal.aborted) act();
      else signal.addEventListener('abort', act);
    }

    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream]?.on('data', (bytes: Buffer) => control.output(stream, bytes));
    }
    // A message that can't be delivered any more, because the child is ending: its end tells the rest.
    child.on('error', () => undefined);
    child.once('exit', () => {
      stopped = control.signal.aborted;
      if (isGroupAlive(pid)) terminate();
      // A process that left the group may hold the pipes open for ever: it isn't waited for.
      drainTimer = setTimeout(
        () => {
          child.stdout?.destroy();
          child.stderr?.destroy();
        },
        DRAIN + (killTimer === undefined ? 0 : control.grace),
      );
    });
    child.once('close', (code, signal) => {
      clearTimeout(drainTimer);
      const bytes = peakMemory();
      const rest = { ...(bytes === undefined ? {} : { peakMemory: bytes }), ...(stopped && { stopped }) };
      const end = (): void => {
        clearTimeout(killTimer);
        groups.remove(pid);
        control.signal.removeEventListener('abort', terminate);
        control.force.removeEventListener('abort', kill);
        if (signal !== null) resolve({ type: 'signal', signal, ...rest });
        else resolve({ type: 'exit', code: code ?? 0, ...rest });
      };
      whenGroupIsGone(pid, control.grace, end);
    });
    request.onStart?.(child);
  });
}

/** ms between two looks at what a finished process left behind. */
const LOOK = 10;

/**
 * Calls back when nobody of a group is left, at once where nobody is now. No event tells when a process ends that isn't
 * our child, so this is looked at now and then; after the grace time, when it was killed, it isn't waited for longer.
 */
function whenGroupIsGone(leader: number, grace: number, callback: () => void): void {
  const deadline = performance.now() + grace + DRAIN;
  const look = (): void => {
    if (performance.now() < deadline && isGroupAlive(leader)) setTimeout(look, LOOK);
    else callback();
  };
  look();
}

function spawnFault(request: ProcessRequest, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `${request.program} was not found on the PATH.`;
  if (code === 'EACCES') return `${request.program} may not be executed.`;
  if (code === 'E2BIG') {
    return 'its environment is larger than the system allows. Read large outputs from the file that FLOW_NEEDS names.';
  }
  return message;
}
