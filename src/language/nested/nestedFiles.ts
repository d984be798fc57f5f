import type { Analysis } from '../analyze.ts';
import { isWorkflowPath } from '../rules/workflowPath.ts';
import type { FilePlace, WorkflowSource } from './workflowFiles.ts';

/** A file as it was read, what it says by itself, and the files that it runs as tasks. */
export interface NestedFile {
  readonly source: Omit<WorkflowSource, 'text'>;
  /** Without what only a look at other files can tell. */
  readonly analysis: Analysis;
  /** By path, as its `workflow:` keys write them; `undefined` where there is no such file. May go in circles. */
  readonly nested: ReadonlyMap<string, NestedFile | undefined>;
}

/** A workflow of more files than these isn't followed to its end, which is an error. */
export const MOST_FILES = 1000;

/** Reads all files that a workflow consists of, each once. `understand` says what a text means by itself. */
export function nestedFiles(
  analysis: Analysis,
  { files, ...source }: FilePlace,
  understand: (text: string) => Analysis,
  before?: NestedFile,
): NestedFile {
  const earlier = before === undefined ? new Map<string, NestedFile>() : allOf(before);
  const known = new Map<string, NestedFile & { readonly nested: Map<string, NestedFile | undefined> }>();
  const root = remember(source, analysis);
  for (const file of known.values()) {
    for (const path of workflowPaths(file.analysis)) {
      if (file.nested.has(path)) continue;
      const found = files.read(path, file.source.folder);
      if (found === undefined) file.nested.set(path, undefined);
      else {
        if (!known.has(found.id) && known.size >= MOST_FILES) continue;
        file.nested.set(
          path,
          known.get(found.id) ?? remember(found, understoodBefore(found) ?? understand(found.text)),
        );
      }
    }
  }
  return root;

  function understoodBefore({ id, text }: WorkflowSource): Analysis | undefined {
    const found = earlier.get(id)?.analysis;
    return found?.text === text ? found : undefined;
  }

  function remember({ id, file, folder }: Omit<WorkflowSource, 'text'>, understood: Analysis) {
    const remembered = { source: { id, file, folder }, analysis: understood, nested: new Map() };
    known.set(id, remembered);
    return remembered;
  }
}

function allOf(root: NestedFile): ReadonlyMap<string, NestedFile> {
  const found = new Map([[root.source.id, root]]);
  for (const file of found.values()) {
    for (const next of file.nested.values()) if (next !== undefined) found.set(next.source.id, next);
  }
  return found;
}

/** The paths of the tasks that are workflows. What is no path of one is blamed for that alone, and not read. */
function workflowPaths({ workflow }: Analysis): readonly string[] {
  return workflow.tasks.flatMap(({ work }) =>
    work?.kind === 'workflow' && isWorkflowPath(work.path.value) ? [work.path.value] : [],
  );
}
