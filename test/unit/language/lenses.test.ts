import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { type Lens, lenses } from '../../../src/language/lenses.ts';
import { outcomeWords, runOutcomeWords } from '../../../src/language/pastRuns/outcomeWords.ts';
import { testCases } from './support/caseFile.ts';
import { pastRun } from './support/pastRun.ts';

const OFF = /^# only (run|outcome)\n/;

/** Lenses are drawn above their lines. A first line `# only run` asks for those alone. */
describe('lenses', () => {
  testCases(join(import.meta.dirname, 'hints', 'lenses.txt'), (input) => {
    const [text = '', ...told] = input.split(/^-- run\n/m);
    const runs = told.map((lines) => pastRun(text, lines.trimEnd().split('\n')));
    const only = OFF.exec(text)?.[1];
    const analysis = analyze(text);
    const options = { run: only !== 'outcome', outcome: only !== 'run' };
    const byLine = Map.groupBy(
      lenses(analysis, options, runs),
      ({ range }) => analysis.lines.position(range.start).line,
    );
    return text
      .split('\n')
      .flatMap((line, at) => {
        const above = byLine.get(at) ?? [];
        const indentation = /^ */.exec(line)?.[0] ?? '';
        return above.length === 0 ? [line] : [`${indentation}‹${above.map(words).join(' | ')}›`, line];
      })
      .join('\n');
  });
});

function words(lens: Lens): string {
  switch (lens.kind) {
    case 'run':
    case 'run-from-here':
      return `${lens.kind} ${lens.task}`;
    case 'outcome':
      return outcomeWords(lens.past);
    case 'run-outcome':
      return runOutcomeWords(lens.run);
    default:
      return lens.kind;
  }
}
