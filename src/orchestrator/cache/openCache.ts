import { basename, join, relative, sep } from 'node:path';
import { EvaluationError } from '../../expression/evaluate.ts';
import { type Clock, systemClock } from '../clock.ts';
import { type Entry, entriesIn } from './entries.ts';
import { hashText } from './hash.ts';
import { keepFiles, NotKeptError, refuseChanged } from './keep.ts';
import { holdsSecret } from './marks.ts';
import { objectsIn } from './objects.ts';
import { differences, fingerprintOf, type Print } from './print.ts';
import { type CacheRequest, outputGlobs, printOf } from './request.ts';
import { DamagedError, restoreFiles } from './restore.ts';
import { secretKey } from './secretKey.ts';
import type { CacheResult, Hit, Kept, Miss, MissReason, TaskCache } from './taskCache.ts';
import { trim } from './trim.ts';

export interface CacheOptions {
  /** The cache's own folder; made when something is kept. */
  readonly folder: string;
  /** 1 GiB where it isn't given. */
  readonly maxBytes?: number;
  readonly clock?: Clock;
}

const GIBIBYTE = 1024 ** 3;

/** A cache in a folder, which other processes may use at the same time. Nothing is read or written yet. */
export function openCache({ folder, maxBytes = GIBIBYTE, clock = systemClock }: CacheOptions): TaskCache {
  const now = (): number => clock.now();
  const objects = objectsIn(folder, now);
  const entries = entriesIn(folder, now);
  /** Bytes since the last time that room was made. */
  let added = 0;

  return {
    async lookUp(request, { force = false, signal } = {}) {
      let print: Print | undefined;
      try {
        print = await printOf(request, await keyFor(request), signal);
        return force ? { type: 'miss', why: { type: 'forced' }, print } : await find(request, print, signal);
      } catch (error) {
        if (error instanceof EvaluationError || signal?.aborted) throw error;
        return { type: 'miss', why: { type: 'fault', message: messageOf(error) }, ...(print && { print }) };
      }
    },
    async keep({ print }, request, result) {
      try {
        return await keep(print, request, result);
      } catch (error) {
        return { type: 'not-kept', message: messageOf(error) };
      }
    },
    trim: makeRoom,
  };

  async function find(
    request: CacheRequest,
    print: Print,
    signal: AbortSignal | undefined,
  ): Promise<Hit | Miss> {
    const fingerprint = fingerprintOf(print);
    const key = taskKey(folder, request);
    const entry = await entries.read(key, fingerprint);
    if (entry === 'absent') return { type: 'miss', why: whyAbsent(await entries.latest(key), print), print };
    try {
      if (entry === 'damaged') throw new DamagedError('its entry');
      await restoreFiles(request.folder, entry.files, objects, signal);
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      await entries.drop(key, fingerprint);
      return { type: 'miss', why: { type: 'damaged' }, print };
    }
    await entries.use(key, fingerprint);
    const { outputs, run, took } = entry;
    return { type: 'hit', print, outputs, cached: { run, saved: took } };
  }

  async function keep(print: Print | undefined, request: CacheRequest, result: CacheResult): Promise<Kept> {
    if (print === undefined) throw new NotKeptError('What the task depends on isn’t known.');
    if (holdsSecret(result.outputs, request.secrets)) throw new NotKeptError('Its outputs hold a secret.');
    await refuseChanged(print, request.folder);
    const { files, bytes } = await keepFiles(request.folder, outputGlobs(request), objects, maxBytes);
    const { outputs, run, took } = result;
    const names = { workflow: basename(request.workflow.file), task: request.task };
    await entries.write(taskKey(folder, request), {
      ...names,
      print,
      outputs,
      files,
      run,
      took,
      keptAt: now(),
    });
    added += bytes;
    if (added > maxBytes / 4) await makeRoom();
    return { type: 'kept', files: files.length, bytes };
  }

  async function makeRoom(): Promise<void> {
    added = 0;
    await trim(folder, { entries, objects, maxBytes, now }).catch(() => undefined);
  }

  /** Without secrets none is needed, and a cache that can't be written can still be read. */
  async function keyFor({ secrets }: CacheRequest): Promise<string> {
    return secrets.some((secret) => secret !== '') ? await secretKey(folder) : '';
  }
}

/** Names a task's entries: the same wherever the workflow and the cache are moved to together. */
function taskKey(folder: string, { workflow, task }: CacheRequest): string {
  const path = relative(folder, join(workflow.folder, basename(workflow.file)));
  return hashText(`${path.split(sep).join('/')}\n${task}`).slice(0, 32);
}

function whyAbsent(latest: Entry | undefined, print: Print): MissReason {
  return latest === undefined
    ? { type: 'first' }
    : { type: 'changed', reasons: differences(latest.print, print) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
