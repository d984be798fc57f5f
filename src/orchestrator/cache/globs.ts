import type { GlobEntry } from 'globby';

/** A file or a link that globs name. */
export interface Found {
  /** From the folder of the globs, with `/`; absolute where the glob is. */
  readonly path: string;
  readonly isLink: boolean;
}

/** What no glob means by itself: what git and this orchestrator keep in the folder. */
const NEVER = ['**/.git', '**/.flow'];

/**
 * The files that globs name, from a folder. `!` takes some out; a folder stands for all that is in it; names that begin
 * with a dot count. What `.gitignore` says to pass over is passed over, unless a glob names just that file. Links to
 * folders aren't followed: they could go round in circles.
 */
export async function inputFiles(folder: string, globs: readonly string[]): Promise<readonly Found[]> {
  const { isDynamicPattern } = await import('globby');
  const written = withoutBlanks(globs);
  const exact = written.filter((glob) => glob.startsWith('!') || !isDynamicPattern(glob));
  return unique([
    ...(await find(folder, written, { gitignore: true })),
    ...(await find(folder, exact, { expandDirectories: false })),
  ]);
}

/**
 * The files that a task made, by its globs, ignored by git or not; and those of the globs that name none.
 * A glob with `!` takes out of all the others.
 */
export async function outputFiles(
  folder: string,
  globs: readonly string[],
): Promise<{ readonly files: readonly Found[]; readonly missing: readonly string[] }> {
  const written = withoutBlanks(globs);
  const exceptions = written.filter((glob) => glob.startsWith('!'));
  const files: Found[] = [];
  const missing: string[] = [];
  for (const glob of written) {
    if (glob.startsWith('!')) continue;
    const found = await find(folder, [glob, ...exceptions], {});
    files.push(...found);
    if (found.length === 0) missing.push(glob);
  }
  return { files: unique(files), missing };
}

async function find(
  folder: string,
  globs: readonly string[],
  options: { readonly gitignore?: boolean; readonly expandDirectories?: boolean },
): Promise<readonly Found[]> {
  const { globby } = await import('globby');
  const entries: readonly GlobEntry[] = await globby([...globs], {
    cwd: folder,
    dot: true,
    ignore: NEVER,
    onlyFiles: false,
    followSymbolicLinks: false,
    expandNegationOnlyPatterns: false,
    objectMode: true,
    ...options,
  });
  return entries
    .filter(({ dirent }) => dirent.isFile() || dirent.isSymbolicLink())
    .map(({ path, dirent }) => ({ path, isLink: dirent.isSymbolicLink() }));
}

function withoutBlanks(globs: readonly string[]): readonly string[] {
  return globs.map((glob) => glob.trim()).filter((glob) => glob !== '');
}

/** Each once, by path. */
function unique(files: readonly Found[]): readonly Found[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
