import fc from 'fast-check';

/** What somebody does to a text: types, removes, pastes, moves lines. */
type TextEdit = (text: string) => string;

const TYPED = [
  ...[
    'x',
    ' ',
    '\n',
    '\n  ',
    '\n    ',
    ':',
    '#',
    '"',
    "'",
    '[',
    '{',
    '}',
    '-',
    '|',
    '&a ',
    '*a',
    '\t',
    '\r\n',
  ],
  ...[
    '  new:\n    run: x\n',
    'env:\n  A: "1"\n',
    'tasks:\n',
    'finally:\n',
    '---\n',
    '${{ tasks.a.outputs.b }}',
  ],
];

const place = fc.double({ min: 0, max: 1, noNaN: true });

const typing = fc
  .record({
    at: place,
    removed: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 60 })),
    piece: fc.constantFrom('', ...TYPED),
  })
  .map(({ at, removed, piece }): TextEdit => {
    return (text) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + piece + text.slice(from + removed);
    };
  });

const moving = fc.record({ from: place, count: fc.integer({ min: 1, max: 12 }), to: place }).map(
  ({ from, count, to }): TextEdit =>
    (text) => {
      const lines = text.split('\n');
      const taken = lines.splice(Math.floor(from * lines.length), count);
      lines.splice(Math.floor(to * lines.length), 0, ...taken);
      return lines.join('\n');
    },
);

export const edits: fc.Arbitrary<readonly TextEdit[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: typing }, { weight: 1, arbitrary: moving }),
  { minLength: 1, maxLength: 6 },
);
