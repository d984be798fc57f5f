import { canonicalJson, type JsonValue } from '../../model/json.ts';
import type { Reason } from '../../model/reason.ts';
import { changed } from '../again/changed.ts';
import { type FilePrints, fileChanges, filePrints } from './filePrints.ts';
import { hashText } from './hash.ts';
import { type Mark, markText } from './marks.ts';

/** The version of what counts, and of how it is kept. Another one never hits. */
export const PRINT_VERSION = 1;

/** All that a task's result is taken to depend on, for people and machines to compare. */
export interface Print {
  readonly version: number;
  /** By what it is, in words: `script`, `env SEED`, `input rows`, `tasks.train.outputs.rmse`, `node`. */
  readonly keys: Readonly<Record<string, Mark>>;
  /** Globs of the files that count, from the workflow's folder. */
  readonly globs: readonly string[];
  /** The file of a module, which counts as well. */
  readonly module?: string;
  /** SHA-256 of what the files hold, by path from the workflow's folder. */
  readonly files: FilePrints;
}

/** Equal prints, and no others, have equal fingerprints. */
export function fingerprintOf(print: Print): string {
  return hashText(canonicalJson(print as unknown as JsonValue));
}

/** In what two prints differ, key by key: `env SEED changed: 41 → 42`, `cache input data/a.csv changed`. */
export function differences(before: Print, after: Print): readonly Reason[] {
  const [old, now] = [new Map(Object.entries(before.keys)), new Map(Object.entries(after.keys))];
  const keys = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) =>
    changed(key, textOf(old.get(key)), textOf(now.get(key))),
  );
  return [
    ...changed('version of the cache', before.version, after.version),
    ...keys,
    ...changed('cache inputs', before.globs.join(', '), after.globs.join(', ')),
    ...fileChanges(before.files, after.files),
  ];
}

/** What became of the files that count since a print was made. Rejects where one is there and can't be read. */
export async function filesChangedSince(
  { globs, module, files }: Pick<Print, 'globs' | 'module' | 'files'>,
  folder: string,
): Promise<readonly Reason[]> {
  return fileChanges(files, await filePrints(folder, { globs, also: module }));
}

function textOf(mark: Mark | undefined): string | undefined {
  return mark === undefined ? undefined : markText(mark);
}
