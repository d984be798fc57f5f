import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const CASES = join(import.meta.dirname, '..', 'cases');

const EXAMPLES = join(import.meta.dirname, '..', '..', '..', '..', 'examples');

const SEEDS = [CASES, join(CASES, '..', 'corpus'), EXAMPLES].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.flow.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

const PIECES = [
  ...[
    '[',
    ']',
    '{',
    '}',
    ':',
    ': ',
    ',',
    '- ',
    '? ',
    '#',
    ' #',
    '&a ',
    '*a',
    '!',
    '!!str ',
    '|',
    '>',
    '|2-',
    '>+',
  ],
  ...[
    '"',
    "'",
    '\\',
    '%',
    '@',
    '`',
    '<<: *a',
    '---\n',
    '...\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '  ',
    '\0',
    '\ufeff',
  ],
  ...[
    '${{ ',
    '}}',
    '${{',
    "'",
    'tasks.',
    'inputs.a',
    '\ud800',
    '\udc00',
    '🚀',
    'tasks:\n',
    '  a:\n',
    '    run: x\n',
  ],
  ...[
    '    needs: [a',
    'needs: ',
    'if: ',
    'env:',
    'with:',
    'retry_policy:',
    'matrix: { a: [1] }',
    'matrix.a',
    'secrets.A',
    'finally:\n',
    'outputs: { o: "${{ tasks.a.outputs.x }}" }\n',
    'workflow: a.flow.yaml',
    'approval: a',
    'pool: p',
    'pools: { p: 1 }\n',
    'cache: { inputs: ',
    'x',
    '0',
    '~',
    'null',
    'true',
    '\u0018',
    '\u0002',
  ],
];

/** Texts that are no workflow, or nearly one: cases cut, spliced and spoilt, and heaps of what YAML trips over. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: spoilt() },
  { weight: 2, arbitrary: spliced() },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  },
);

function spoilt(): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat({ max: 20 }),
    piece: fc.oneof(fc.constantFrom('', ...PIECES), fc.string({ maxLength: 5 })),
  });
  return fc
    .record({
      seed: fc.constantFrom(...SEEDS),
      changes: fc.array(change, { maxLength: 6 }),
      end: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    })
    .map(({ seed, changes, end }) => {
      let text = seed.slice(0, Math.ceil(seed.length * end));
      for (const { at, removed, piece } of changes) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + piece + text.slice(from + removed);
      }
      return text;
    });
}

/** Lines of several files among one another, some of them indented otherwise. */
function spliced(): fc.Arbitrary<string> {
  const piece = fc.record({
    seed: fc.constantFrom(...SEEDS),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.nat({ max: 15 }),
    indent: fc.constantFrom('', '', '', '  ', '    ', '- ', '\t', '# '),
  });
  const newline = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\u0085', '\u2028');
  return fc.tuple(fc.array(piece, { maxLength: 5 }), newline).map(([pieces, end]) =>
    pieces
      .flatMap(({ seed, from, count, indent }) => {
        const lines = seed.split('\n');
        const start = Math.floor(from * lines.length);
        return lines.slice(start, start + count).map((line) => indent + line);
      })
      .join(end),
  );
}
