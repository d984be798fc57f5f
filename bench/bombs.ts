/**
 * What the language takes for texts that are made to cost it dear: billion laughs, depths, floods of one thing. Each is
 * read at two lengths, so that a cost that grows faster than its text shows; and asked of every feature in the middle.
 *
 *     node --expose-gc bench/bombs.ts [letters] [words of a name]
 */
import { analyze } from '../src/language/analyze.ts';
import { BOMBS } from '../test/unit/language/support/bombs.ts';
import { FEATURES } from '../test/unit/language/support/features.ts';

const LETTERS = Number(process.argv[2] ?? 1_000_000);
const NAME = process.argv[3] ?? '';

for (const { name, text } of BOMBS.filter((bomb) => bomb.name.includes(NAME))) {
  const short = measure(text(LETTERS / 4));
  const long = measure(text(LETTERS));
  console.log(
    [
      `${Math.round(long.analyze)} ms`.padStart(9),
      `×${(long.analyze / short.analyze).toFixed(1)}`.padStart(6),
      `${Math.round(long.memory)} MB`.padStart(8),
      `${Math.round(long.slowest.ms)} ms ${long.slowest.feature}`.padEnd(24),
      name.padEnd(36),
      `${long.letters} letters, ${long.diagnostics}`,
    ].join('  '),
  );
}

function measure(text: string) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = process.threadCpuUsage();
  const analysis = analyze(text);
  // Of the processor, not of the clock: so that what else the machine does counts little.
  const { user } = process.threadCpuUsage(start);
  const took = user / 1000;
  const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const [first] = analysis.diagnostics;
  let slowest = { feature: '', ms: 0 };
  const offset = text.length >> 1;
  const selection = { start: offset, end: Math.min(text.length, offset + 100) };
  for (const [feature, ask] of Object.entries(FEATURES)) {
    if (feature === 'analyze again') continue;
    const begun = process.threadCpuUsage();
    ask({ analysis, offset, selection });
    const ms = process.threadCpuUsage(begun).user / 1000;
    if (ms > slowest.ms) slowest = { feature, ms };
  }
  const more = analysis.diagnostics.length - 1;
  const diagnostics =
    first === undefined ? 'nothing' : `${first.message.slice(0, 60)}${more > 0 ? ` and ${more} more` : ''}`;
  return { letters: text.length, analyze: took, memory, slowest, diagnostics };
}
