/** Paths of files, as texts: nothing is looked at. Both slashes part names; what is made has `/`. */

export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0));
}

/** Whether a path is another one, or below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || (path.startsWith(folder) && /^[/\\]/.test(path.slice(folder.length)));
}

/** Where a relative path leads from an absolute folder. */
export function resolved(folder: string, path: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  const names = namesOf(folder);
  for (const name of namesOf(path)) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join(separator);
}

/** The way from a folder to something; `.` where it is the folder itself. */
export function pathBetween(folder: string, path: string): string {
  const from = namesOf(folder);
  const to = namesOf(path);
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') || '.';
}

function namesOf(path: string): string[] {
  return path.split(/[/\\]/);
}
