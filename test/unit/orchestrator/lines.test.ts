import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { lineCutter, tailOf } from '../../../src/orchestrator/lines.ts';

describe('lines', () => {
  it('gives whole lines, whatever the pieces, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r', ' ') })), (pieces) => {
        const cutter = lineCutter();
        const told = pieces.map(cutter.push);
        for (const lines of told) ok(lines === '' || lines.endsWith('\n'));
        const all = pieces.join('');
        equal(told.join('') + cutter.end(), all === '' || all.endsWith('\n') ? all : `${all}\n`);
      }),
    );
  });

  it('cuts a line that never ends', () => {
    const cutter = lineCutter();
    let told = '';
    for (let i = 0; i < 100; i++) told += cutter.push('x'.repeat(10_000));
    told += cutter.end();
    equal(told.replaceAll('\n', '').length, 1_000_000);
    ok(told.split('\n').every((line) => line.length <= 80_000));
  });

  it('keeps the last lines, however they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('', 'a', 'bc'))),
        fc.integer({ min: 1, max: 5 }),
        (pieces, count) => {
          const tail = tailOf(count);
          for (const lines of pieces) tail.add(lines.map((line) => `${line}\n`).join(''));
          deepEqual(tail.lines(), pieces.flat().slice(-count));
        },
      ),
    );
  });

  it('shortens a line that is kept, and shows it', () => {
    const tail = tailOf(1);
    tail.add(`${'x'.repeat(5000)}\n`);
    equal(tail.lines()[0], `${'x'.repeat(1999)}…`);
  });
});
