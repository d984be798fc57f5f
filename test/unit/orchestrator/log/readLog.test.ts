import { equal, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { attemptLog } from '../../../../src/orchestrator/log/attemptLog.ts';
import { readLog } from '../../../../src/orchestrator/log/readLog.ts';
import { attemptFolder } from '../../../../src/orchestrator/runFolder.ts';

describe('the log of an attempt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flow-test-'));
  let made = 0;

  after(() => rmSync(folder, { recursive: true }));

  /** Writes pieces into a log of its own; tells what it is called and where it is. */
  function write(
    pieces: readonly Uint8Array[],
    limit?: number,
  ): { readonly task: string; readonly path: string } {
    const task = `t${made++}`;
    const path = attemptFolder(folder, task, 1);
    mkdirSync(path, { recursive: true });
    const log = attemptLog(path, limit);
    for (const piece of pieces) log.write(piece);
    log.close();
    return { task, path };
  }

  it('is one file as long as it is small, byte for byte', async () => {
    const { task, path } = write([Buffer.from('one\n\xff\0'), Buffer.from('two')], 1000);
    equal(readFileSync(join(path, 'output.log'), 'utf8'), 'one\n\xff\0two');
    equal(await readLog(folder, task, 1), 'one\n\xff\0two');
    equal(await readLog(folder, 'none', 1), undefined);
  });

  it('keeps its beginning and its end, and tells how much is missing', async () => {
    const { task } = write([Buffer.from(`${'a'.repeat(20)}${'b'.repeat(61)}${'c'.repeat(15)}`)], 40);
    // 20 at the beginning; pieces of 10: 80–90 and 90–96 are left.
    equal(await readLog(folder, task, 1), `${'a'.repeat(20)}\n[… 60 bytes left out]\nb${'c'.repeat(15)}`);
  });

  it('gives the last bytes, and tells how many came before', async () => {
    const { task } = write([Buffer.from('hello\n')]);
    equal(await readLog(folder, task, 1, 3), '[… 3 bytes left out]\nlo\n');
    equal(await readLog(folder, task, 1, 6), 'hello\n');
  });

  it('never tears a character', async () => {
    const { task } = write([Buffer.from('éé€€😀😀')]);
    for (let limit = 0; limit < 20; limit++) {
      ok(!(await readLog(folder, task, 1, limit))?.includes('\ufffd'), `the last ${limit} bytes`);
    }
    for (let limit = 4; limit < 40; limit++) {
      const cut = write([Buffer.from('é€😀'.repeat(20))], limit);
      ok(!(await readLog(folder, cut.task, 1))?.includes('\ufffd'), `a log of ${limit} bytes`);
    }
  });

  it('takes no more room than its limit, whatever comes, and keeps at least a quarter of it of the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 50 })),
        fc.integer({ min: 4, max: 80 }),
        fc.integer({ min: 0, max: 200 }),
        async (pieces, limit, room) => {
          // Letters alone, each telling its place in all: what is left out shows.
          const all = Buffer.concat(pieces).map((_, i) => 97 + (i % 26));
          const ends = pieces.map((_, i) =>
            pieces.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0),
          );
          const letters = ends.map((end, i) => all.subarray(end - (pieces[i]?.length ?? 0), end));
          const { task, path } = write(letters, limit);
          const files = readdirSync(path);
          ok(files.reduce((sum, name) => sum + statSync(join(path, name)).size, 0) <= limit);
          ok(files.length <= 3);
          const text = await readLog(folder, task, 1, room);
          equal(text, all.length === 0 ? undefined : expected(String.fromCharCode(...all), text ?? '', room));
          const whole = (await readLog(folder, task, 1)) ?? '';
          const kept = Math.min(all.length, Math.floor(limit / 4));
          ok(whole.endsWith(String.fromCharCode(...all.subarray(all.length - kept))));
        },
      ),
    );
  });
});

/** What a text with gaps has to be, if each gap tells the truth. */
function expected(all: string, text: string, room: number): string {
  let at = 0;
  let shown = 0;
  const parts = text.split(/(\n?\[… [\d,]+ bytes left out\]\n)/).map((part) => {
    const [, gap] = /\[… ([\d,]+) bytes/.exec(part) ?? [];
    const from = at;
    if (gap !== undefined) {
      at += Number(gap.replaceAll(',', ''));
      return part;
    }
    at += part.length;
    shown += part.length;
    return all.slice(from, at);
  });
  ok(shown <= room && (room === 0 || at === all.length));
  return parts.join('');
}
