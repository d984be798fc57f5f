import { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { placeOf } from '../files/place.ts';
import { fileId } from '../files/workflows.ts';
import { type Analysis, analyze } from '../language/analyze.ts';
import { linesOf } from '../model/text.ts';
import { DOCUMENT_TEXT } from './documentText.ts';
import type { NamedFile, Understood } from './feature.ts';
import { linesOfDocument } from './places.ts';
import { isWorkflowUri, pathOf, uriOf } from './uris.ts';

/** The texts that the editor has open, and what they mean. */
export interface OpenFiles {
  readonly documents: TextDocuments<TextDocument>;
  understood(uri: string): Understood | undefined;
  named(id: string): NamedFile;
  openText(path: string): string | undefined;
  /** All workflows that are open. */
  workflows(): readonly TextDocument[];
  /** A workflow may have changed; those that run others are understood anew. */
  othersChanged(): void;
  /** How often that was. */
  changes(): number;
}

interface Known {
  readonly version: number;
  readonly changes: number;
  readonly analysis: Analysis;
}

export function createOpenFiles(): OpenFiles {
  const documents = new TextDocuments(DOCUMENT_TEXT);
  const latest = new Map<string, Known>();
  let changes = 0;
  documents.onDidChangeContent(() => changes++);
  documents.onDidClose(({ document }) => {
    changes++;
    latest.delete(document.uri);
  });
  return {
    documents,
    understood(uri) {
      const document = documents.get(uri);
      if (document === undefined) return onDisk(uri);
      if (!isWorkflow(document)) return undefined;
      const lines = linesOfDocument(document);
      return { uri, lines, analysis: analysisOf(document), version: document.version };
    },
    named(id) {
      const open = documents.all().find(({ uri }) => idOf(uri) === id);
      if (open !== undefined) return { uri: open.uri, lines: linesOfDocument(open) };
      return { uri: uriOf(id), lines: linesOf(textOf(id) ?? '') };
    },
    openText,
    workflows: () => documents.all().filter(isWorkflow),
    othersChanged: () => {
      changes++;
    },
    changes: () => changes,
  };

  function openText(path: string): string | undefined {
    return documents
      .all()
      .find(({ uri }) => pathOf(uri) === path)
      ?.getText();
  }

  function analysisOf(document: TextDocument): Analysis {
    const { uri, version } = document;
    const known = latest.get(uri);
    if (known?.version === version && (known.changes === changes || !runsOthers(known.analysis))) {
      return known.analysis;
    }
    const path = pathOf(uri);
    const place = path === undefined ? undefined : placeOf(path, (each) => each, openText);
    const analysis = analyze(document.getText(), place, known?.analysis);
    latest.set(uri, { version, changes, analysis });
    return analysis;
  }

  /** Of a file that isn't open somebody may have been led to a place in it. */
  function onDisk(uri: string): Understood | undefined {
    const path = isWorkflowUri(uri) ? pathOf(uri) : undefined;
    const text = path === undefined ? undefined : textOf(path);
    if (path === undefined || text === undefined) return undefined;
    const analysis = analyze(
      text,
      placeOf(path, (each) => each, openText),
    );
    return { uri, lines: analysis.lines, analysis, version: undefined };
  }

  function textOf(path: string): string | undefined {
    return placeOf(path, (each) => each, openText).files.read(path, '')?.text;
  }
}

/** Editors may send any YAML here: it is told by its name, or by its language where it has none yet. */
function isWorkflow({ uri, languageId }: TextDocument): boolean {
  return isWorkflowUri(uri) || languageId === 'flow-yaml';
}

function runsOthers({ files }: Analysis): boolean {
  return files !== undefined && files.nested.size > 0;
}

function idOf(uri: string): string | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : fileId(path);
}
