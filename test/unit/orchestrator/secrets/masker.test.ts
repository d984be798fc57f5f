import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { masker } from '../../../../src/orchestrator/secrets/masker.ts';
import { spellings } from '../../../../src/orchestrator/secrets/spellings.ts';

/** Texts of few letters, so that secrets meet, repeat and overlap, and of all that is written otherwise somewhere. */
const text = fc.string({ unit: fc.constantFrom(...'abAB01 +/=%\'"\\\n\r', 'é', '😀'), maxLength: 30 });
const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const secret = fc.oneof(text, anyText, fc.string({ minLength: 60, maxLength: 200 }));

/** Bytes in pieces, torn anywhere. */
function torn(bytes: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, i) => bytes.subarray(places[i], end));
}

function streamed(secrets: readonly string[], pieces: readonly Buffer[]): Buffer {
  const stream = masker(secrets).stream();
  return Buffer.concat([...pieces.map(stream.push), stream.end()]);
}

describe('masking secrets', () => {
  it('leaves none of their spellings in a text, wherever they stand and however the bytes come', () => {
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 3 }),
        fc.array(fc.oneof(text, fc.nat()), { maxLength: 8 }),
        fc.array(fc.nat()),
        (secrets, parts, cuts) => {
          const patterns = secrets.flatMap(spellings);
          const bytes = Buffer.concat(
            parts.map((part) =>
              typeof part === 'string'
                ? Buffer.from(part)
                : (patterns[part % patterns.length] ?? Buffer.of()),
            ),
          );
          const masked = streamed(secrets, torn(bytes, cuts));
          const between = masked.toString('latin1').split('***');
          // `***` and what stands around it can't be told from a secret made of asterisks; these have none.
          for (const pattern of patterns) {
            for (const piece of between) ok(!piece.includes(pattern.toString('latin1')));
          }
          equal(masked.toString('latin1'), reference(bytes, patterns));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves a text without them as it is, to the last byte', () => {
    fc.assert(
      fc.property(fc.array(secret), fc.uint8Array(), fc.array(fc.nat()), (secrets, given, cuts) => {
        const bytes = Buffer.from(given);
        const latin = bytes.toString('latin1');
        fc.pre(!secrets.flatMap(spellings).some((pattern) => latin.includes(pattern.toString('latin1'))));
        ok(streamed(secrets, torn(bytes, cuts)).equals(bytes));
      }),
    );
    const lone = 'half a pair: \ud83d';
    equal(masker(['secret']).text(lone), lone);
  });

  it('finds a secret inside base64 text, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.string({ minLength: 4 }), (before, after, given) => {
        fc.pre(given.trim() === given);
        const encoded = Buffer.concat([before, Buffer.from(given), after]).toString('base64');
        ok(masker([given]).text(encoded).includes('***'));
        ok(masker([given]).text(encoded.replaceAll('+', '-').replaceAll('/', '_')).includes('***'));
      }),
    );
  });

  it('finds it as programs write it', () => {
    const key = `-----BEGIN KEY-----\n${'QmFzZTY0IG9mIGEga2V5'.repeat(4)}\nit's "5/5" 100% é\n-----END KEY-----\n`;
    const { text: mask } = masker([key]);
    const hidden = {
      alone: key,
      'without its end': key.trimEnd(),
      'with other line breaks': key.replaceAll('\n', '\r\n'),
      JSON: JSON.stringify(key).slice(1, -1),
      'JSON in ASCII': JSON.stringify(key).slice(1, -1).replace('é', '\\u00e9'),
      'a URL': encodeURIComponent(key),
      'a form': new URLSearchParams({ key }).toString().slice('key='.length),
      'a line': 'it\'s "5/5" 100% é',
      'a line as sh -x shows it': `it'\\''s "5/5" 100% é`,
      'a line in a URL': encodeURIComponent('it\'s "5/5" 100% é'),
      hex: Buffer.from(key).toString('hex'),
      base64: Buffer.from(key).toString('base64'),
    };
    for (const [name, text] of Object.entries(hidden)) {
      const masked = mask(`<${text}>`);
      // Between lines, what stands for a line break may be left.
      match(masked, /^<(\*\*\*(\s|\\n|%0D|%0A)*)+>$/, name);
    }
    const wrapped = Buffer.from(key).toString('base64').replace(/.{76}/g, '$&\n');
    equal(mask(wrapped).replaceAll('***', '').replaceAll('\n', '').length < 4, true, 'what base64 prints');
  });

  it('holds back no more than may be the beginning of a secret', () => {
    const stream = masker(['password']).stream();
    equal(stream.push(Buffer.from('a line\nand the pass')).toString(), 'a line\nand the ');
    equal(stream.push(Buffer.from('age ')).toString(), 'passage ');
    equal(stream.push(Buffer.from('passwor')).toString(), '');
    equal(stream.push(Buffer.from('d!')).toString(), '***!');
    equal(stream.push(Buffer.from('pass')).toString(), '');
    equal(stream.end().toString(), 'pass');
  });

  it('masks values to their last corner', () => {
    const value = { 'key hush': ['hush', 4711, 12, null, true, { deep: 'say hush now' }] };
    const hidden = { 'key ***': ['***', '***', 12, null, true, { deep: 'say *** now' }] };
    deepEqual(masker(['hush', '4711']).json(value), hidden);
  });

  it('does nothing where there is nothing to hide', () => {
    const bytes = Buffer.from('text');
    for (const secrets of [[], ['', ' \n']]) {
      equal(masker(secrets).stream().push(bytes), bytes);
      equal(masker(secrets).text('a b'), 'a b');
    }
  });

  it('masks short secrets as they are, and nothing that only may have to do with them', () => {
    equal(masker(['ab']).text('cab YWI= YW 6162'), 'c*** *** YW ***');
    equal(masker(['{\n}\n']).text('{ } {\n}'), '{ } ***');
  });
});

/** The plain way: mark each byte of each occurrence, then put a mask for each run of marks. */
function reference(bytes: Buffer, patterns: readonly Buffer[]): string {
  const marks = new Uint8Array(bytes.length);
  for (const pattern of patterns) {
    for (let at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at + 1)) {
      marks.fill(1, at, at + pattern.length);
    }
  }
  let masked = '';
  bytes.forEach((byte, i) => {
    if (marks[i] === 0) masked += String.fromCharCode(byte);
    else if (i === 0 || marks[i - 1] === 0) masked += '***';
  });
  return masked;
}
