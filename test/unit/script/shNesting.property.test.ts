import fc from 'fast-check';
import { assertPrints, value } from './support/execute.ts';
import { hostileValue } from './support/hostileValue.ts';

/** Shell text and what the shell makes of it. `values` are the ones it may read. */
interface Piece {
  readonly source: string;
  readonly means: (values: readonly string[]) => string;
}

const VALUES = 4;

const literal = (source: string, text = source): Piece => ({ source, means: () => text });

const joined = (pieces: readonly Piece[]): Piece => ({
  source: pieces.map(({ source }) => source).join(''),
  means: (values) => pieces.map(({ means }) => means(values)).join(''),
});

const around = (before: string, inner: Piece, after: string, means = (text: string) => text): Piece => ({
  source: before + inner.source + after,
  means: (values) => means(inner.means(values)),
});

/** Documents in documents need delimiters of their own. */
const hereDocument = (inner: Piece): Piece =>
  around(
    `$(cat <<E${inner.source.length}; printf .\n`,
    inner,
    `\nE${inner.source.length}\n)`,
    (text) => `${text}\n.`,
  );

const hole = fc.nat(VALUES - 1).map((i): Piece => ({ source: value(i), means: (values) => values[i] ?? '' }));

/** Words, and what stands between double quotes, each holding the other to any depth. */
const { word } = fc.letrec<{ word: Piece; double: Piece }>((tie) => {
  const substitution = tie('double').chain((inner) =>
    fc.constantFrom(
      around('$(printf %s. "', inner, '")', (text) => `${text}.`),
      around('$(case x in (y) ;; x) printf %s. "', inner, '";; esac)', (text) => `${text}.`),
      around('$( # it\'s a comment ) \n printf %s. "', inner, '")', (text) => `${text}.`),
      hereDocument(inner),
      around('$( (printf %s. "', inner, '"))', (text) => `${text}.`),
    ),
  );
  const pieces = (...of: fc.Arbitrary<Piece>[]): fc.Arbitrary<Piece> =>
    fc.array(fc.oneof({ depthSize: 'small' }, hole, ...of), { maxLength: 4 }).map(joined);
  const text = fc
    .constantFrom('a', ' ', ';', '&', '|', '(', ')', '#', '*', '{', '\n', '=', '..')
    .map((x) => literal(x));
  return {
    double: pieces(
      text,
      fc.constantFrom(literal('\\$', '$'), literal('$unset ', ' '), literal('\\\n', '')),
      substitution,
      tie('double').map((inner) => around('${unset:-', inner, '}')),
    ),
    word: pieces(
      fc.constantFrom(
        literal('a'),
        literal('\\$', '$'),
        literal('\\ ', ' '),
        literal("\\'", "'"),
        literal('x=', 'x='),
      ),
      fc
        .array(
          fc.oneof(
            hole,
            fc.constantFrom(literal('"'), literal('$x'), literal('\\'), literal('`'), literal('\n')),
          ),
          { maxLength: 3 },
        )
        .map(joined)
        .map((inner) => around("'", inner, "'")),
      tie('double').map((inner) => around('"', inner, '"')),
      substitution,
      tie('word').map((inner) => around('${unset:-', inner, '}')),
    ),
  };
});

describe('nested shell words, executed', () => {
  const values = fc.array(hostileValue, { minLength: VALUES, maxLength: VALUES });
  for (const shell of ['sh', 'bash']) {
    it(`mean in ${shell} what they meant, whatever their values are`, () => {
      fc.assert(
        fc.property(fc.array(word, { minLength: 10, maxLength: 10 }), values, (words, texts) => {
          const segments = words.map(({ source, means }) => ({
            script: `word=${source}\nprintf '%s\\0' "$word"`,
            prints: means(texts),
          }));
          assertPrints(shell, (file) => [shell, '-e', file], segments, texts);
        }),
        { numRuns: 12 },
      );
    }).timeout(20_000);
  }
});
