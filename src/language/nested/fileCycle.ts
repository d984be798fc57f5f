import type { NestedFile } from './nestedFiles.ts';

/** The files from one to another, both ends included, on the shortest way; nothing where there is none. */
export function wayBetween(from: NestedFile, to: NestedFile): readonly NestedFile[] | undefined {
  const cameFrom = new Map<NestedFile, NestedFile | undefined>([[from, undefined]]);
  for (const file of cameFrom.keys()) {
    if (file === to) {
      const way: NestedFile[] = [];
      for (let at: NestedFile | undefined = to; at !== undefined; at = cameFrom.get(at)) way.push(at);
      return way.reverse();
    }
    for (const next of file.nested.values()) {
      if (next !== undefined && !cameFrom.has(next)) cameFrom.set(next, file);
    }
  }
  return undefined;
}

/** A file and all that it consists of, nearest first. */
export function filesWithin(file: NestedFile): ReadonlySet<NestedFile> {
  const found = new Set([file]);
  for (const each of found) {
    for (const next of each.nested.values()) if (next !== undefined) found.add(next);
  }
  return found;
}

/** A file's name without its folder. */
export function fileName({ source }: Pick<NestedFile, 'source'>): string {
  return source.file.split(/[/\\]/).at(-1) ?? source.file;
}
