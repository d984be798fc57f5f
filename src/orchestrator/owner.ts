import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from '../model/event.ts';
import { isOfThisMachine, isProcessAlive, thisProcess } from './process/identity.ts';

/** The right of one process to drive a run. */
export interface Ownership {
  release(): void;
}

/** Thrown where another process drives the run. */
export class OwnedError extends Error {
  override readonly name = 'OwnedError';
  readonly owner: ProcessIdentity;

  constructor(run: string, owner: ProcessIdentity) {
    super(`The run ${run} is driven by process ${owner.pid} on ${owner.host}, which still lives.`);
    this.owner = owner;
  }
}

/**
 * Takes a run's folder for this process. Owners are numbered, one file each, and no number is given twice: of two that
 * find the same owner gone, the file system lets one make the next file, so nobody can take what another has just been
 * given. Throws `OwnedError` where an owner lives.
 * @param isLost whether somebody knows that the owner is gone though it was on another machine
 */
export function takeOwnership(folder: string, run: string, isLost = false): Ownership {
  const owners = join(folder, 'owners');
  mkdirSync(owners, { recursive: true });
  for (;;) {
    const latest = latestOwner(owners);
    if (latest.process !== undefined && mayLive(latest.process, isLost)) {
      throw new OwnedError(run, latest.process);
    }
    const own = join(owners, String(latest.number + 1));
    if (claim(owners, own)) return { release: () => release(own) };
  }
}

function mayLive(process: ProcessIdentity, isLost: boolean): boolean {
  return isOfThisMachine(process) || !isLost ? isProcessAlive(process) : false;
}

/** The number is 0 where there was no owner yet; the process is absent where it let the run go. */
function latestOwner(owners: string): { readonly number: number; readonly process?: ProcessIdentity } {
  const numbers = readdirSync(owners).map((name) => Number.parseInt(name, 10));
  const number = Math.max(0, ...numbers.filter(Number.isInteger));
  try {
    return { number, process: JSON.parse(readFileSync(join(owners, String(number)), 'utf8')) };
  } catch {
    return { number };
  }
}

/** Whole from the first moment: written beside, then linked, which fails where the name is taken. */
function claim(owners: string, own: string): boolean {
  const draft = join(owners, `draft-${randomUUID()}`);
  writeFileSync(draft, JSON.stringify(thisProcess()));
  try {
    linkSync(draft, own);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The name stays, so that its number stays taken. */
function release(own: string): void {
  try {
    renameSync(own, `${own}.released`);
  } catch {
    // The run's folder was deleted.
  }
}
