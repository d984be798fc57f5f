import { dirname, relative, sep } from 'node:path';
import {
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  Uri,
  WorkspaceEdit,
} from 'vscode';
import { type NewTask, taskOfFile, taskOfShell } from '../../language/newTask.ts';
import type { Analyses } from '../analyses.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { toRange } from '../places.ts';

const KIND = DocumentDropOrPasteEditKind.Empty.append('flow', 'task');
const TEXT = 'text/plain';
const FILES = 'text/uri-list';

/** Makes tasks of shell commands that are pasted, and of scripts that are dropped, where a task may stand. */
export function providePasteTasks(analyses: Analyses): Disposable {
  return Disposable.from(
    languages.registerDocumentPasteEditProvider(
      LANGUAGE,
      {
        async provideDocumentPasteEdits(document, [range], transfer) {
          const pasted = await transfer.get(TEXT)?.asString();
          if (range === undefined || pasted === undefined) return undefined;
          const task = taskOfShell(analyses(document), document.offsetAt(range.start), pasted);
          if (task === undefined) return undefined;
          const edit = new DocumentPasteEdit('', 'Paste as a task', KIND);
          edit.additionalEdit = toEdit(document, analyses, task);
          return [edit];
        },
      },
      { providedPasteEditKinds: [KIND], pasteMimeTypes: [TEXT] },
    ),
    languages.registerDocumentDropEditProvider(
      LANGUAGE,
      {
        async provideDocumentDropEdits(document, position, transfer) {
          const path = await droppedPath(document, transfer);
          if (path === undefined) return undefined;
          const task = taskOfFile(analyses(document), document.offsetAt(position), path);
          if (task === undefined) return undefined;
          const edit = new DocumentDropEdit('', 'Run it as a task', KIND);
          edit.additionalEdit = toEdit(document, analyses, task);
          return [edit];
        },
      },
      { providedDropEditKinds: [KIND], dropMimeTypes: [FILES] },
    ),
  );
}

/** The one file that is dropped, from the folder of the document. */
async function droppedPath({ uri }: TextDocument, transfer: DataTransfer): Promise<string | undefined> {
  const list = await transfer.get(FILES)?.asString();
  const [first, ...others] = (list ?? '')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (first === undefined || others.length > 0) return undefined;
  const file = Uri.parse(first);
  if (file.scheme !== uri.scheme || file.authority !== uri.authority) return undefined;
  const path = relative(dirname(uri.fsPath), file.fsPath).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The whole line, so that the indentation of the cursor has no part in it; the name is selected to be changed. */
function toEdit(document: TextDocument, analyses: Analyses, task: NewTask): WorkspaceEdit {
  const snippet = new SnippetString()
    .appendText(task.before)
    .appendPlaceholder((name) => name.appendText(task.name))
    .appendText(task.after)
    .appendTabstop(0);
  const edit = new WorkspaceEdit();
  edit.set(document.uri, [new SnippetTextEdit(toRange(analyses(document).lines, task.range), snippet)]);
  return edit;
}
