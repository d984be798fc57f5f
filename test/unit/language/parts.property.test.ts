import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { readText } from '../../../src/language/parts/fileText.ts';
import { parseYaml } from '../../../src/language/source/parseYaml.ts';
import { edits } from './support/edits.ts';
import { hostileText } from './support/hostileText.ts';
import { plain } from './support/plain.ts';

const EXAMPLES = ['business-process', 'ci-cd', 'content', 'data-science', 'failures', 'scientific'].map(
  (name) => readFileSync(join(import.meta.dirname, `../../../examples/${name}.flow.yaml`), 'utf8'),
);

describe('a file that is read part by part', function () {
  this.timeout(120_000);

  it('says what it says as a whole, wherever YAML finds no fault in it', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.constantFrom(...EXAMPLES)), (text) => {
        const whole = parseYaml(text);
        if (whole.diagnostics.length > 0) return;
        compared++;
        assertSame(plain(readText(text).root), plain(whole.root));
      }),
      { numRuns: 3000, endOnFailure: true },
    );
    assert.ok(compared > 500, 'texts without a fault are among them');
  });

  it('says after any edits what it says when it is opened', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.constantFrom(...EXAMPLES)), edits, (text, all) => {
        let current = text;
        let analysis: Analysis | undefined = analyze(current);
        for (const edit of all) {
          current = edit(current);
          analysis = analyze(current, undefined, analysis);
          assertSame(told(analysis), told(analyze(current)));
        }
      }),
      { numRuns: 400, endOnFailure: true },
    );
  });
});

/** Says little where they differ: of values as large, Node would work out the difference for minutes, in GBs. */
function assertSame(one: unknown, other: unknown): void {
  if (isDeepStrictEqual(one, other)) return;
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  assert.fail(
    `${a.slice(Math.max(0, at - 100), at + 100)}\n  is not\n${b.slice(Math.max(0, at - 100), at + 100)}`,
  );
}

function told(analysis: Analysis): unknown {
  const { diagnostics, expressions, root, tasksById, workflow } = analysis;
  return plain({ diagnostics, expressions, root, tasksById, workflow });
}
