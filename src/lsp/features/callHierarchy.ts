import { type CallHierarchyItem, SymbolKind } from 'vscode-languageserver/node';
import { callItem, incomingCalls, outgoingCalls } from '../../language/callHierarchy.ts';
import type { CallItem } from '../../language/calls/callItem.ts';
import type { Feature, NamedFile, Server, Understood } from '../feature.ts';
import { toRange } from '../places.ts';

/** What is downstream of a task comes in, what is upstream goes out. */
export const callHierarchy: Feature = {
  capabilities: () => ({ callHierarchyProvider: true }),
  listen(server) {
    const { callHierarchy } = server.connection.languages;
    callHierarchy.onPrepare(({ textDocument, position }) => {
      const file = server.understood(textDocument.uri);
      if (file === undefined) return null;
      const found = callItem(file.analysis, file.lines.offset(position));
      return found === undefined ? null : [toItem(found, fileOf(server, file, found.file))];
    });
    callHierarchy.onIncomingCalls(async ({ item }, token) => {
      const workspace = await server.workspace(token);
      const file = server.understood(item.uri);
      if (file === undefined) return null;
      return incomingCalls(file.analysis, taskOf(item), workspace).map((call) => {
        const from = fileOf(server, file, call.item.file);
        return {
          from: toItem(call.item, from),
          fromRanges: call.ranges.map((range) => toRange(from.lines, range)),
        };
      });
    });
    callHierarchy.onOutgoingCalls(({ item }) => {
      const file = server.understood(item.uri);
      if (file === undefined) return null;
      return outgoingCalls(file.analysis, taskOf(item)).map((call) => ({
        to: toItem(call.item, fileOf(server, file, call.item.file)),
        fromRanges: call.ranges.map((range) => toRange(file.lines, range)),
      }));
    });
  },
};

function fileOf({ named }: Server, file: Understood, id: string | undefined): NamedFile {
  return id === undefined || id === file.analysis.place?.id ? file : named(id);
}

function toItem(item: CallItem, { uri, lines }: NamedFile): CallHierarchyItem {
  const { name, detail, task, range, selectionRange } = item;
  return {
    ...{ name, detail, uri },
    kind: task === undefined ? SymbolKind.Module : SymbolKind.Function,
    range: toRange(lines, range),
    selectionRange: toRange(lines, selectionRange),
    data: { task },
  };
}

/** Editors give back what they were given. */
function taskOf({ data }: CallHierarchyItem): Pick<CallItem, 'task'> {
  const task: unknown = Object(data).task;
  return { task: typeof task === 'string' ? task : undefined };
}
