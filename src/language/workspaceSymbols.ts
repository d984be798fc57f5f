import type { Analysis } from './analyze.ts';
import type { FileRange } from './fileRange.ts';
import type { Workspace } from './nested/workspace.ts';
import { nameRange } from './occurrences/nameRange.ts';

/** A task or an input of some workflow. */
export interface WorkspaceSymbol extends FileRange {
  readonly file: string;
  readonly name: string;
  readonly kind: 'task' | 'input';
  /** The name of the workflow; empty where it has none. */
  readonly container: string;
}

/** Nobody reads more, and an editor asks again at the next letter. */
const MOST = 2000;

/** The tasks and inputs whose names have the letters of a query in its order, letter case aside, file by file. */
export function workspaceSymbols(workspace: Workspace, query: string): readonly WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  const letters = query.toLowerCase();
  for (const file of workspace) {
    const analysis = file.alone();
    if (analysis === undefined) continue;
    for (const symbol of symbolsOf(analysis)) {
      if (found.length >= MOST) return found;
      if (hasLetters(symbol.name.toLowerCase(), letters)) found.push({ ...symbol, file: file.id });
    }
  }
  return found;
}

const known = new WeakMap<Analysis, readonly Omit<WorkspaceSymbol, 'file'>[]>();

function symbolsOf(analysis: Analysis): readonly Omit<WorkspaceSymbol, 'file'>[] {
  const before = known.get(analysis);
  if (before !== undefined) return before;
  const { text, workflow } = analysis;
  const container = workflow.name?.value ?? '';
  const made = [
    ...workflow.tasks.map(({ id }) => ({
      name: id.value,
      kind: 'task' as const,
      range: nameRange(text, id),
    })),
    ...workflow.inputs.map(({ name }) => ({
      name: name.value,
      kind: 'input' as const,
      range: nameRange(text, name),
    })),
  ].map((each) => ({ ...each, container }));
  known.set(analysis, made);
  return made;
}

function hasLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
