import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { describe, it } from 'mocha';
import { outletOf } from '../../../src/cli/outlet.ts';

function stream(isTTY: boolean): WriteStream {
  return Object.assign(new PassThrough(), { isTTY, columns: 80, rows: 20 }) as unknown as WriteStream;
}

function failing(code: string): WriteStream {
  const error = Object.assign(new Error(`${code}: no`), { code });
  return new Writable({ write: (_chunk, _encoding, done) => done(error) }) as unknown as WriteStream;
}

describe('outletOf', () => {
  for (const [isTTY, env, coloured, live] of [
    [true, {}, true, true],
    [false, {}, false, false],
    [true, { NO_COLOR: '1' }, false, true],
    [true, { NO_COLOR: '' }, true, true],
    [false, { FORCE_COLOR: '1' }, true, false],
    [true, { FORCE_COLOR: '0' }, false, true],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, true, true],
    [true, { CI: 'true' }, true, false],
    [true, { CI: 'false' }, true, true],
    [true, { TERM: 'dumb' }, false, false],
  ] as const) {
    it(`has ${coloured ? '' : 'no '}colours and ${live ? 'a live' : 'no live'} view on ${isTTY ? 'a terminal' : 'a pipe'} with ${JSON.stringify(env)}`, () => {
      const outlet = outletOf(stream(isTTY), env);
      assert.equal(outlet.paint.coloured, coloured);
      assert.equal(outlet.isLive, live);
    });
  }

  for (const code of ['EPIPE', 'EIO']) {
    it(`falls silent when the reader has gone (${code}), which is no fault`, async () => {
      const target = failing(code);
      const outlet = outletOf(target, {});
      outlet.write('lost');
      await new Promise((resolve) => target.once('close', resolve));
      outlet.write('more');
      assert.equal(outlet.fault, undefined);
    });
  }

  it('remembers why text was lost otherwise', async () => {
    const target = failing('ENOSPC');
    const outlet = outletOf(target, {});
    outlet.write('lost');
    await new Promise((resolve) => target.once('close', resolve));
    assert.equal(outlet.fault?.message, 'ENOSPC: no');
  });
});
