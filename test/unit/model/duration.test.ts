import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDuration, formatGivenDuration, parseDuration } from '../../../src/model/duration.ts';

describe('a duration', () => {
  const read: readonly (readonly [string | number, number | undefined])[] = [
    ['500ms', 500],
    ['30s', 30_000],
    ['5m', 300_000],
    ['2h', 7_200_000],
    ['1m30s', 90_000],
    ['1h1m1s1ms', 3_661_001],
    ['1.5s', 1500],
    ['0.5', 500],
    ['90', 90_000],
    [90, 90_000],
    [' 5s ', 5000],
    ['0', 0],
    ['', undefined],
    ['s', undefined],
    ['5 s', undefined],
    ['-5s', undefined],
    ['5S', undefined],
    ['1d', undefined],
    ['1.s', undefined],
    ['.5s', undefined],
    ['1e3', undefined],
    ['5m3', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['9'.repeat(101), undefined],
    ['1s'.repeat(1_000_000), undefined],
  ];
  for (const [text, ms] of read) {
    it(`${JSON.stringify(text).slice(0, 30)} is ${ms ?? 'none'}`, () =>
      assert.equal(parseDuration(text), ms));
  }

  it('is the sum of its parts, whichever they are', () => {
    const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
    const part = fc.tuple(fc.nat({ max: 999 }), fc.constantFrom('ms', 's', 'm', 'h'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts.map(([amount, unit]) => `${amount}${unit}`).join('');
        const sum = parts.reduce(
          (all, [amount, unit]) => all + amount * units[unit as keyof typeof units],
          0,
        );
        assert.equal(parseDuration(text), sum);
      }),
    );
  });

  const shown: readonly (readonly [number, string])[] = [
    [0, '0 ms'],
    [0.4, '0 ms'],
    [340, '340 ms'],
    [999.4, '999 ms'],
    [999.6, '1.00 s'],
    [1250, '1.25 s'],
    [9994, '9.99 s'],
    [9995, '10.0 s'],
    [12_345, '12.3 s'],
    [59_949, '59.9 s'],
    [59_950, '1m 00s'],
    [125_000, '2m 05s'],
    [3_599_499, '59m 59s'],
    [3_599_500, '1h 00m'],
    [3_840_000, '1h 04m'],
    [360_000_000, '100h 00m'],
  ];
  for (const [ms, text] of shown)
    it(`of ${ms} ms is shown as ${text}`, () => assert.equal(formatDuration(ms), text));
});

describe('formatGivenDuration', () => {
  it('leaves out what is nothing', () => {
    const given: readonly (readonly [number, string])[] = [
      [0, '0 ms'],
      [500, '500 ms'],
      [1500, '1.50 s'],
      [2000, '2 s'],
      [30_000, '30 s'],
      [60_000, '1m'],
      [90_000, '1m 30s'],
      [3_600_000, '1h'],
      [5_400_000, '1h 30m'],
      [259_200_000, '72h'],
    ];
    for (const [ms, text] of given) assert.equal(formatGivenDuration(ms), text);
  });
});
