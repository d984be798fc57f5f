import {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  type CallHierarchyProvider,
  SymbolKind,
  type Uri,
  workspace,
} from 'vscode';
import type { Analysis } from '../../language/analyze.ts';
import { callItem, incomingCalls, outgoingCalls } from '../../language/callHierarchy.ts';
import type { CallItem } from '../../language/calls/callItem.ts';
import type { Range } from '../../model/text.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';
import type { EditorWorkspace } from './editorWorkspace.ts';
import { namedFiles } from './namedFile.ts';

/** What is downstream of a task comes in, what is upstream goes out. */
export function callHierarchyProvider(analyses: Analyses, files: EditorWorkspace): CallHierarchyProvider {
  return {
    prepareCallHierarchy(document, position) {
      const found = callItem(analyses(document), document.offsetAt(position));
      return found && around(document.uri).item(found);
    },
    async provideCallHierarchyIncomingCalls({ uri, kind, name }) {
      const all = await files.all();
      const { analysis, item, ranges } = around(uri);
      const calls = analysis === undefined ? [] : incomingCalls(analysis, taskOf(kind, name), all);
      return calls.map((call) => {
        return new CallHierarchyIncomingCall(item(call.item), ranges(call.item.file, call.ranges));
      });
    },
    provideCallHierarchyOutgoingCalls({ uri, kind, name }) {
      const { analysis, item, ranges } = around(uri);
      const calls = analysis === undefined ? [] : outgoingCalls(analysis, taskOf(kind, name));
      return calls.map((call) => {
        return new CallHierarchyOutgoingCall(item(call.item), ranges(analysis?.place?.id, call.ranges));
      });
    },
  };

  /** What is said of a file, in VS Code's words. */
  function around(uri: Uri) {
    const document = workspace.textDocuments.find((each) => String(each.uri) === String(uri));
    const analysis: Analysis | undefined = document === undefined ? files.at(uri) : analyses(document);
    const named = namedFiles();
    const fileOf = (id: string | undefined) =>
      id === undefined || id === analysis?.place?.id
        ? { uri, lines: analysis?.lines ?? named(uri.fsPath).lines }
        : named(id);
    return {
      analysis,
      item: ({ name, detail, task, file, range, selectionRange }: CallItem): CallHierarchyItem => {
        const { uri: place, lines } = fileOf(file);
        const kind = task === undefined ? WORKFLOW : TASK;
        return new CallHierarchyItem(
          kind,
          name,
          detail,
          place,
          toRange(lines, range),
          toRange(lines, selectionRange),
        );
      },
      ranges: (file: string | undefined, all: readonly Range[]) =>
        all.map((range) => toRange(fileOf(file).lines, range)),
    };
  }
}

const TASK = SymbolKind.Function;
const WORKFLOW = SymbolKind.Module;

/** VS Code gives back what it was given; of a task the name is its id. */
function taskOf(kind: SymbolKind, name: string): Pick<CallItem, 'task'> {
  return { task: kind === TASK ? name : undefined };
}
