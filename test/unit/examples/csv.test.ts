import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from './support/load.ts';

type Row = Record<string, string>;
const { formatCsv, parseCsv } = await load<{
  formatCsv(rows: readonly Record<string, unknown>[]): string;
  parseCsv(text: string): Row[];
}>('lib/csv.mjs');

describe('examples: CSV', () => {
  it('writes a header and a line for each row, quoted where needed', () => {
    const text = formatCsv([
      { name: 'plain', note: 'a,b', value: 1.5 },
      { name: 'say "hi"', note: undefined, value: 0 },
    ]);
    assert.equal(text, 'name,note,value\nplain,"a,b",1.5\n"say ""hi""",,0\n');
  });

  it('reads Windows line ends, a missing last line end, and short rows', () => {
    assert.deepEqual(parseCsv('a,b\r\n1,2\r\n3'), [
      { a: '1', b: '2' },
      { a: '3', b: '' },
    ]);
  });

  it('reads nothing as no rows', () => {
    assert.deepEqual(parseCsv(''), []);
    assert.deepEqual(parseCsv('a,b\n'), []);
  });

  it('reads back whatever it wrote', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\n', '\r\n', '""', ' ', 'ü', '😀'));
    fc.assert(
      fc.property(fc.array(fc.record({ first: cell, second: cell }), { minLength: 1 }), (rows) => {
        assert.deepEqual(
          parseCsv(formatCsv(rows)),
          rows.map((row) => ({ ...row })),
        );
      }),
    );
  });
});
