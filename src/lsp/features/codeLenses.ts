import type { CodeLens } from 'vscode-languageserver/node';
import { type Lens, lenses } from '../../language/lenses.ts';
import { outcomeWords, runOutcomeWords } from '../../language/pastRuns/outcomeWords.ts';
import { formatMoment } from '../../model/moment.ts';
import type { Feature } from '../feature.ts';
import { toRange } from '../places.ts';

/** How the workflow and its tasks last went. To run them, each editor has ways of its own. */
export const codeLenses: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  listen({ connection, settings, pastRuns, understood }) {
    connection.onCodeLens(async ({ textDocument }): Promise<CodeLens[] | null> => {
      const runs = await pastRuns(textDocument.uri);
      const file = understood(textDocument.uri);
      if (file === undefined) return null;
      const options = { run: false, outcome: settings.isOn('codeLens.outcome', true) };
      return lenses(file.analysis, options, runs).flatMap((lens) => {
        const title = titleOf(lens);
        // A command without a name is shown, and does nothing.
        return title === undefined
          ? []
          : [{ range: toRange(file.lines, lens.range), command: { title, command: '' } }];
      });
    });
  },
};

function titleOf(lens: Lens): string | undefined {
  if (lens.kind === 'outcome') {
    const { run, task } = lens.past;
    return `${outcomeWords(lens.past)} · ${formatMoment(task.endedAt ?? run.startedAt)}`;
  }
  return lens.kind === 'run-outcome'
    ? `${runOutcomeWords(lens.run)} · ${formatMoment(lens.run.startedAt)}`
    : undefined;
}
