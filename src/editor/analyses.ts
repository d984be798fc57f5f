import type { TextDocument } from 'vscode';
import { type Analysis, analyze } from '../language/analyze.ts';
import { filePlace } from './filePlace.ts';
import type { OtherWorkflows } from './otherWorkflows.ts';

/**
 * Finds a document's analysis; each version of a document is analysed once, when it is first asked about, and again
 * where it runs other workflows and one of them may have changed.
 */
export type Analyses = (document: TextDocument) => Analysis;

interface Known {
  readonly version: number;
  readonly changes: number;
  readonly analysis: Analysis;
}

export function createAnalyses(others: Pick<OtherWorkflows, 'changes'>): Analyses {
  const latest = new WeakMap<TextDocument, Known>();
  return (document) => {
    const known = latest.get(document);
    const { version } = document;
    const changes = others.changes();
    if (known?.version === version && (known.changes === changes || !runsOthers(known.analysis))) {
      return known.analysis;
    }
    const analysis = analyze(document.getText(), filePlace(document), known?.analysis);
    latest.set(document, { version, changes, analysis });
    return analysis;
  };
}

/** Whether it looked at other files, or for them. */
function runsOthers({ files }: Analysis): boolean {
  return files !== undefined && files.nested.size > 0;
}
