import type { TextDocument } from 'vscode';
import { createMemory } from '../files/memory.ts';
import { type Analysis, analyze } from '../language/analyze.ts';
import { looksBeside } from '../language/disk/looksBeside.ts';
import { filePlace } from './filePlace.ts';
import type { OtherWorkflows } from './otherWorkflows.ts';

/**
 * Finds a document's analysis; each version of a document is analysed once, when it is first asked about, and again
 * where it names other files and one of them may have changed.
 */
export type Analyses = (document: TextDocument) => Analysis;

/** ms. Who makes a file that was missing has come back to the workflow by then. */
const LASTING = 2000;

interface Known {
  readonly version: number;
  readonly changes: number;
  readonly analysis: Analysis;
  /** Found out when something else has changed. */
  looksBeside?: boolean;
}

export function createAnalyses(others: Pick<OtherWorkflows, 'changes' | 'diskChanges'>): Analyses {
  let memory = createMemory(Date.now, LASTING);
  let remembered = others.diskChanges();
  const latest = new WeakMap<TextDocument, Known>();
  return (document) => {
    const known = latest.get(document);
    const { version } = document;
    const changes = others.changes();
    if (known?.version === version) {
      if (known.changes === changes) return known.analysis;
      known.looksBeside ??= looksBeside(known.analysis);
      if (!known.looksBeside) return known.analysis;
    }
    if (remembered !== others.diskChanges()) memory = createMemory(Date.now, LASTING);
    remembered = others.diskChanges();
    const analysis = analyze(document.getText(), filePlace(document, memory), known?.analysis);
    latest.set(document, { version, changes, analysis });
    return analysis;
  };
}
