import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { occurrenceAt, occurrences } from '../../../src/language/occurrences.ts';
import { edits } from './support/edits.ts';

const FOLDER = join(import.meta.dirname, 'corpus');

const TEXTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.flow.yaml'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));

describe('the occurrences of names', () => {
  it('are the same whether a file is read anew or followed while somebody types, and each is found at its place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), edits, (start, changes) => {
        let text = start;
        let followed = analyze(text);
        for (const change of changes) {
          occurrences(followed);
          text = change(text);
          followed = analyze(text, undefined, followed);
          assert.deepEqual(drawn(followed), drawn(analyze(text)));
        }
        for (const each of occurrences(followed)) {
          assert.ok(each.range.start <= each.range.end && each.range.end <= text.length);
          const found = occurrenceAt(followed, each.range.start);
          // In lines that count for nothing, which an alias repeats, there is none.
          if (found === undefined) continue;
          const isListed = occurrences(followed).some(
            ({ kind, name, range }) =>
              kind === found.kind && name === found.name && range.start === found.range.start,
          );
          assert.ok(isListed, 'what stands at an offset is among all');
        }
      }),
      { numRuns: 60 },
    );
  });
});

function drawn(analysis: Analysis): readonly unknown[] {
  return occurrences(analysis).map(({ kind, name, range, role, task, of }) =>
    JSON.stringify([kind, name, range.start, range.end, role, task?.id.value, of]),
  );
}
