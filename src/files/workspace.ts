import { statSync } from 'node:fs';
import { type Analysis, analyze } from '../language/analyze.ts';
import type { Workspace, WorkspaceFile } from '../language/nested/workspace.ts';
import type { OpenText } from './disk.ts';
import { placeOf } from './place.ts';

/** Makes a workspace of the workflows at some absolute paths. What is as it was isn't read again. */
export function createWorkspaces(openText: OpenText): (paths: readonly string[]) => Workspace {
  const files = new Map<string, WorkspaceFile>();
  return (paths) =>
    paths.map((path) => {
      const before = files.get(path);
      if (before !== undefined) return before;
      const file = createFile(path, openText);
      files.set(path, file);
      return file;
    });
}

function createFile(path: string, openText: OpenText): WorkspaceFile {
  const place = placeOf(path, (each) => each, openText);
  let stored: { readonly version: string; readonly text: string | undefined } | undefined;
  let latest: Analysis | undefined;
  let alone: Analysis | undefined;
  return { id: place.id, text, analysis, alone: analysisAlone };

  function text(): string | undefined {
    const open = openText(path);
    if (open !== undefined) return open;
    const version = versionOf(path);
    if (version === undefined) return undefined;
    if (stored?.version !== version) stored = { version, text: place.files.read(path, place.folder)?.text };
    return stored.text;
  }

  function analysis(): Analysis | undefined {
    const now = text();
    latest = now === undefined ? undefined : analyze(now, place, latest);
    return latest;
  }

  function analysisAlone(): Analysis | undefined {
    const now = text();
    if (now === undefined) return undefined;
    if (alone?.text !== now) alone = analyze(now, undefined, alone);
    return alone;
  }
}

/** Another one where the file was written since; `undefined` where there is none. */
function versionOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found && `${found.mtimeNs} ${found.size} ${found.ino}`;
}
