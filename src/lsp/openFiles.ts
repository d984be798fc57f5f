import { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createMemory } from '../files/memory.ts';
import { placeOf } from '../files/place.ts';
import { fileId } from '../files/workflows.ts';
import { type Analysis, analyze } from '../language/analyze.ts';
import { looksBeside } from '../language/disk/looksBeside.ts';
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
  /** Files on the disk may have changed; workflows that name others are understood anew. */
  diskChanged(): void;
  /** How often that was. */
  changes(): number;
}

interface Known {
  readonly version: number;
  readonly changes: number;
  readonly analysis: Analysis;
  /** Found out when something else has changed. */
  looksBeside?: boolean;
}

/** ms. Who makes a file that was missing has come back to the workflow by then. */
const LASTING = 2000;

export function createOpenFiles(): OpenFiles {
  const documents = new TextDocuments(DOCUMENT_TEXT);
  const latest = new Map<string, Known>();
  let changes = 0;
  let memory = createMemory(Date.now, LASTING);
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
    diskChanged: () => {
      changes++;
      memory = createMemory(Date.now, LASTING);
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
    if (known?.version === version) {
      if (known.changes === changes) return known.analysis;
      known.looksBeside ??= looksBeside(known.analysis);
      if (!known.looksBeside) return known.analysis;
    }
    const path = pathOf(uri);
    const place = path === undefined ? undefined : placeOf(path, (each) => each, openText, memory);
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

function idOf(uri: string): string | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : fileId(path);
}
