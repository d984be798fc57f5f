import { hasExpression } from '../expression/template.ts';
import type { Text } from '../model/text.ts';
import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import type { Edit, FileEdits } from './edit.ts';
import { folderOf, isWithin, pathBetween, resolved } from './movedPaths/paths.ts';
import { writtenPath } from './movedPaths/writtenPath.ts';
import type { Workspace, WorkspaceFile } from './nested/workspace.ts';

/** A file or a folder that gets another place. Absolute paths. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The changes by which `workflow`, `module` and `cwd` still lead where they led when files or folders get other places:
 * those that are named, and those that name others. Where the files are before it.
 */
export function movedPaths(workspace: Workspace, moves: readonly Move[]): readonly FileEdits[] {
  return workspace.flatMap((file) => {
    const analysis = mayChange(file, moves) ? file.alone() : undefined;
    const edits = analysis === undefined ? [] : editsIn(analysis, file.id, moves);
    return edits.length === 0 ? [] : [{ file: file.id, edits }];
  });
}

/** A path that leads into what is moved has its name in it. */
function mayChange(file: WorkspaceFile, moves: readonly Move[]): boolean {
  return moves.some(({ from }) => {
    const name = from.slice(folderOf(from).length + 1);
    return isWithin(file.id, from) || file.text()?.includes(name) === true;
  });
}

function editsIn({ text, workflow }: Analysis, id: string, moves: readonly Move[]): readonly Edit[] {
  const before = folderOf(id);
  const after = folderOf(moved(id, moves));
  const edits = new Map<number, Edit>();
  for (const path of workflow.tasks.flatMap(pathsOf)) {
    const target = resolved(before, path.value);
    const now = moved(target, moves);
    if (after === before && now === target) continue;
    const between = pathBetween(after, now);
    const isPlain = path.value.startsWith('./') && !between.startsWith('.');
    if (between === path.value) continue;
    const edit = writtenPath(text, path, isPlain ? `./${between}` : between);
    // What an alias repeats is written once.
    if (edit !== undefined) edits.set(edit.range.start, edit);
  }
  return [...edits.values()].sort((a, b) => a.range.start - b.range.start);
}

function pathsOf({ work }: Task): readonly Text[] {
  const path = work?.kind === 'module' || work?.kind === 'workflow' ? [work.path] : [];
  const cwd = work !== undefined && 'cwd' in work && work.cwd !== undefined ? [work.cwd] : [];
  const isOnDisk = ({ value }: Text): boolean =>
    value.trim() !== '' && !hasExpression(value) && !/^([/\\]|[A-Za-z]:)/.test(value);
  return [...path, ...cwd].filter(isOnDisk);
}

function moved(path: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => isWithin(path, from));
  return move === undefined ? path : `${move.to}${path.slice(move.from.length)}`;
}
