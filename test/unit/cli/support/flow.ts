import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunEvent } from '../../../../src/model/event.ts';

const MAIN = fileURLToPath(new URL('../../../../src/cli/main.ts', import.meta.url));

/** A folder of its own for a test, and the real command line in it. */
export interface Workplace {
  readonly folder: string;
  path(...names: string[]): string;
  /** Starts `flow` with these arguments, in pipes. */
  flow(args: readonly string[], env?: Readonly<Record<string, string>>): Started;
  remove(): void;
}

/** A `flow` that has been started. */
interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the first event that `--events -` wrote, or writes, and that matches. */
  event(matches: (event: RunEvent) => boolean): Promise<RunEvent>;
  /** Resolves when standard error holds these words. */
  said(words: string): Promise<void>;
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function workplace(files: Readonly<Record<string, string>>): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'flow-cli-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return {
    folder,
    path: (...names) => join(folder, ...names),
    flow: (args, env = {}) => start(folder, args, env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The events that were written, one a line. */
export function eventsIn(text: string): readonly RunEvent[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

function start(folder: string, args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const { CI, NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...inherited, ...env } });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const look of watchers) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const look of watchers) look();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    child,
    ended,
    event: (matches) => first(() => eventsIn(stdout).find(matches)),
    async said(words) {
      await first(() => stderr.includes(words) || undefined);
    },
  };

  /** Resolves once there is something to be found; rejects where `flow` ends without. */
  function first<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
      ended.then(() => reject(new Error(`flow ended before that:\n${stdout}\n${stderr}`)), reject);
    });
  }
}
