/**
 * Texts that are no workflow, or nearly one, asked of every feature of the language: nothing may throw, take longer
 * than its text allows, or keep memory. 100,000 of them, made of a seed that is printed; the same seed makes the same.
 *
 *     node --expose-gc bench/hostile.ts [count] [seed]
 */
import fc from 'fast-check';
import { analyze } from '../src/language/analyze.ts';
import { FEATURES } from '../test/unit/language/support/features.ts';
import { hostilePlace } from '../test/unit/language/support/hostilePlace.ts';
import { hostileText } from '../test/unit/language/support/hostileText.ts';
import { assertSound } from '../test/unit/language/support/sound.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const SEED = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
/** Texts that are made at once. */
const BATCH = 1000;
/** What a feature may take, in ms: some for every text, and a share for each letter. */
const allowed = (feature: string, length: number): number => SLOW[feature] ?? 50 + length / 50;
/** Analyses its text anew for each fix that it tries; asked for on saving, or by a click. */
const SLOW: Readonly<Record<string, number>> = { 'fix all': 1000 };

interface Asked {
  readonly feature: string;
  readonly ms: number;
  readonly length: number;
  readonly start: string;
}

const question = fc.record({
  text: hostileText,
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 300 }),
});
const totals = new Map<string, { ms: number; most: Asked }>();
const faults: string[] = [];
let letters = 0;
let memory = 0;
let mostMemory = 0;

console.log(`seed ${SEED}, ${COUNT} texts`);
for (let done = 0; done < COUNT; done += BATCH) {
  const seed = SEED + done / BATCH;
  const batch = fc.sample(question, { numRuns: Math.min(BATCH, COUNT - done), seed });
  for (const each of batch) ask(each, seed);
  globalThis.gc?.();
  const used = process.memoryUsage().heapUsed / 2 ** 20;
  // After the first batches, when all code has been met once.
  if (done === 4 * BATCH) memory = used;
  mostMemory = Math.max(mostMemory, used);
  if (process.stdout.isTTY) process.stdout.write(`\r${done + batch.length} `);
}

console.table(
  Object.fromEntries(
    [...totals].map(([feature, { ms, most }]) => [
      feature,
      {
        'mean, µs': Math.round((ms / COUNT) * 1000),
        'slowest, ms': Number(most.ms.toFixed(1)),
        'its letters': most.length,
        'it begins': most.start,
      },
    ]),
  ),
);
console.log(`letters in all: ${letters}`);
console.log(`heap in use, MB: ${memory.toFixed(0)} after 5,000 texts, ${mostMemory.toFixed(0)} at most`);
for (const fault of faults.slice(0, 20)) console.log(fault);
console.log(`${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

function ask(
  { text, at, length }: { readonly text: string; readonly at: number; readonly length: number },
  seed: number,
): void {
  letters += text.length;
  const offset = Math.floor(at * text.length);
  const selection = { start: offset, end: Math.min(text.length, offset + length) };
  const place = hostilePlace(text);
  timed('analyze', text, seed, () => assertSound(analyze(text, place)));
  const analysis = analyze(text, place);
  for (const [name, answer] of Object.entries(FEATURES)) {
    timed(name, text, seed, () => answer({ analysis, offset, selection }));
  }
}

/** Where it took too long it is tried again: memory may have been cleared up, or code compiled. */
function timed(feature: string, text: string, seed: number, answer: () => void): void {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best > allowed(feature, text.length); tries++) {
    // Of the processor, by this thread: what else the machine does counts little.
    const start = process.threadCpuUsage().user;
    try {
      answer();
    } catch (error) {
      faults.push(`${feature}, seed ${seed}: ${String(error).split('\n')[0]}\n  ${JSON.stringify(text)}`);
      return;
    }
    best = Math.min(best, (process.threadCpuUsage().user - start) / 1000);
  }
  if (best > allowed(feature, text.length)) {
    faults.push(`${feature}, seed ${seed}: ${best.toFixed(0)} ms\n  ${JSON.stringify(text)}`);
  }
  const asked = { feature, ms: best, length: text.length, start: JSON.stringify(text.slice(0, 30)) };
  const before = totals.get(feature);
  const most = before === undefined || asked.ms > before.most.ms ? asked : before.most;
  totals.set(feature, { ms: (before?.ms ?? 0) + best, most });
}
