import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EVENT_VERSION,
  type ProcessIdentity,
  type RunEvent,
  type RunOutcome,
} from '../../../../src/model/event.ts';
import { JOURNAL_FILE } from '../../../../src/orchestrator/journal.ts';
import { planOf } from './plans.ts';

/** A process that is no more: no process has this number. */
const GONE: ProcessIdentity = { pid: 2 ** 30, host: hostname() };

const folders: string[] = [];

export function emptyRunsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flow-runs-'));
  folders.push(folder);
  return folder;
}

/** For `after`. */
export function removeRunsFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export interface KeptRun {
  /** When it began; it takes a second. */
  readonly at: Date;
  /** Absent where it came to no end. */
  readonly outcome?: RunOutcome;
  readonly process?: ProcessIdentity;
}

/** Writes a run as `orchestrate` would have left it; returns its id. */
export function keepRun(runsFolder: string, { at, outcome, process = GONE }: KeptRun): string {
  const stamp = at.toISOString().replace(/[-:Z]/g, '').replace('T', '-').replace('.', '-');
  const run = `${stamp}-00000000`;
  const started: RunEvent = {
    type: 'run-started',
    at: at.getTime(),
    version: EVENT_VERSION,
    run,
    plan: planOf({ a: [] }),
    inputs: {},
    trigger: 'command-line',
    process,
  };
  const finished: readonly RunEvent[] =
    outcome === undefined ? [] : [{ type: 'run-finished', at: at.getTime() + 1000, outcome }];
  const folder = join(runsFolder, run);
  mkdirSync(join(folder, 'tasks', 'a', '1'), { recursive: true });
  writeFileSync(join(folder, 'tasks', 'a', '1', 'output.log'), 'words\n');
  mkdirSync(join(folder, 'owners'));
  const owner = outcome === undefined ? '1' : '1.released';
  writeFileSync(join(folder, 'owners', owner), JSON.stringify(process));
  writeFileSync(
    join(folder, JOURNAL_FILE),
    [started, ...finished].map((each) => `${JSON.stringify(each)}\n`).join(''),
  );
  return run;
}
