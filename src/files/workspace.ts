import { type Analysis, analyze } from '../language/analyze.ts';
import type { Workspace } from '../language/nested/workspace.ts';
import type { OpenText } from './disk.ts';
import { placeOf } from './place.ts';

/** Makes a workspace of the workflows at some absolute paths. What is as it was isn't read again. */
export function createWorkspaces(openText: OpenText): (paths: readonly string[]) => Workspace {
  const latest = new Map<string, Analysis>();
  return (paths) =>
    paths.map((path) => {
      const place = placeOf(path, (each) => each, openText);
      const text = (): string | undefined => place.files.read(path, place.folder)?.text;
      return {
        id: place.id,
        text,
        analysis() {
          const now = text();
          if (now === undefined) return undefined;
          const analysis = analyze(now, place, latest.get(path));
          latest.set(path, analysis);
          return analysis;
        },
      };
    });
}
