import type { TextDocument } from 'vscode';
import { type Analysis, analyze } from '../language/analyze.ts';

/** Finds a document's analysis; each version of a document is analysed once, when it is first asked about. */
export type Analyses = (document: TextDocument) => Analysis;

export function createAnalyses(): Analyses {
  const latest = new WeakMap<TextDocument, { readonly version: number; readonly analysis: Analysis }>();
  return (document) => {
    const known = latest.get(document);
    if (known?.version === document.version) return known.analysis;
    const analysis = analyze(document.getText());
    latest.set(document, { version: document.version, analysis });
    return analysis;
  };
}
