import { deepEqual, equal, throws } from 'node:assert/strict';
import fc from 'fast-check';
import { OutputsError, parseOutputs } from '../../../src/orchestrator/outputsFile.ts';

describe('parseOutputs', () => {
  const fails = (text: string, message: RegExp): void => {
    throws(
      () => parseOutputs(text),
      (error) => error instanceof OutputsError && message.test(error.message),
    );
  };

  it('reads lines of key=value', () => {
    deepEqual(parseOutputs(''), {});
    deepEqual(parseOutputs('a=1\n\n  \nb=x=y <<z \nc=\na=2'), { a: '2', b: 'x=y <<z ', c: '' });
    deepEqual(parseOutputs('a=1\r\nb="2"\r\n'), { a: '1', b: '"2"' });
    deepEqual(parseOutputs('\uFEFFa=1'), { a: '1' });
  });

  it('reads texts of many lines', () => {
    deepEqual(parseOutputs('a<<END\nx=1\n\n  y \n\nEND\nb=2\n'), { a: 'x=1\n\n  y \n', b: '2' });
    deepEqual(parseOutputs('a<<E\nE\nb<<E=F\n E\nE=F'), { a: '', b: ' E' });
    deepEqual(parseOutputs('a<<END\r\nx\r\ny\r\nEND\r\n'), { a: 'x\r\ny' });
    deepEqual(parseOutputs('a<<END\nx\r\ny\r\nEND\n'), { a: 'x\r\ny\r' });
  });

  it('reads one JSON object', () => {
    deepEqual(parseOutputs('\n {"a": {"b": [1, null, true]},\n "c": "d"}\n'), {
      a: { b: [1, null, true] },
      c: 'd',
    });
  });

  it('takes the names of an object for plain keys', () => {
    for (const text of [
      '__proto__=1\nconstructor=2\ntoString=3',
      '{"__proto__": "1", "constructor": "2", "toString": "3"}',
    ]) {
      const outputs = parseOutputs(text);
      deepEqual(Object.entries(outputs), [
        ['__proto__', '1'],
        ['constructor', '2'],
        ['toString', '3'],
      ]);
      equal(JSON.stringify(outputs), '{"__proto__":"1","constructor":"2","toString":"3"}');
      equal(Object.getPrototypeOf(outputs), Object.prototype);
    }
  });

  it('names the line of what it cannot read', () => {
    fails(
      'a=1\nnonsense\n',
      /^line 2 is neither key=value nor key<<END: nonsense\. .*END on a line of its own/,
    );
    fails('\n\n=1', /^line 3 has no key/);
    fails('<<END\nEND', /^line 1 has no key/);
    fails('a=1\nb<<END\nx\n END\n', /^line 2 begins a text that no line ends: END must follow/);
    fails('b<<\nx\n', /^line 1 names no end marker/);
    fails('{"a": 1}\n{"b": 2}', /^line 2: .*exactly one object/);
    fails('{"a":\n 1', /^line 2: /);
    fails('[1]', /^line 1 is neither/);
    fails('x'.repeat(1000), /^.{1,300}$/s);
  });

  const key = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => /^[^\s={}<][^\s=<]*$/u.test(text));
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'a',
          '=',
          '<<',
          'END',
          '\n',
          '\r\n',
          '\r',
          '"',
          "'",
          '{',
          '}',
          ' ',
          'é',
          '\u2028',
          '\\',
        ),
      )
      .map((all) => all.join('')),
  );

  it('gives back to the last character what was written as blocks', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            key,
            text.filter((value) => !value.includes('=END=')),
          ),
        ),
        (written) => {
          const file = written.map(([name, value]) => `${name}<<=END=\n${value}\n=END=\n`).join('');
          deepEqual(parseOutputs(file), Object.fromEntries(written));
        },
      ),
    );
  });

  it('gives back what was written as JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const json = JSON.stringify(object);
        equal(JSON.stringify(parseOutputs(json)), json);
      }),
    );
  });

  it('takes megabytes', () => {
    const value = 'line = <<x\n'.repeat(500_000);
    const blocks = Array.from({ length: 50_000 }, (_, i) => `k${i}<<END\n${i}\nEND\n`).join('');
    equal(Object.keys(parseOutputs(blocks)).length, 50_000);
    deepEqual(parseOutputs(`a<<END\n${value}\nEND\nb=${'y'.repeat(1_000_000)}`), {
      a: value,
      b: 'y'.repeat(1_000_000),
    });
  });
});
