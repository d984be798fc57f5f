import {
  Disposable,
  EventEmitter,
  InlayHint,
  languages,
  MarkdownString,
  type TextDocument,
  workspace,
} from 'vscode';
import { type HintOptions, inlayHints } from '../../language/inlayHints.ts';
import type { Analyses } from '../analyses.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { setting } from '../names/settings.ts';
import { fromRange, toPosition } from '../places.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import { onRunsOver, pastRunsOf } from './pastRuns.ts';

/** Shows beside what is written how often, how long, and what else holds; each by a setting of its own. */
export function provideInlayHints(analyses: Analyses, runs: HeldRuns): Disposable {
  const change = new EventEmitter<void>();
  return Disposable.from(
    change,
    onRunsOver(runs, () => change.fire()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('flow.inlayHints')) change.fire();
    }),
    languages.registerInlayHintsProvider(LANGUAGE, {
      onDidChangeInlayHints: change.event,
      provideInlayHints(document, range) {
        const analysis = analyses(document);
        const { lines } = analysis;
        const past = pastRunsOf(runs, document.uri);
        return inlayHints(analysis, fromRange(lines, range), optionsFor(document), past).map(
          ({ offset, text, tooltip }) => {
            const hint = new InlayHint(toPosition(lines, offset), text);
            hint.tooltip = new MarkdownString(tooltip);
            hint.paddingLeft = true;
            return hint;
          },
        );
      },
    }),
  );
}

function optionsFor(document: TextDocument): HintOptions {
  return {
    instances: setting('flow.inlayHints.instances', document),
    duration: setting('flow.inlayHints.duration', document),
    defaults: setting('flow.inlayHints.defaults', document),
    shell: process.platform === 'win32' ? 'cmd' : 'sh',
  };
}
