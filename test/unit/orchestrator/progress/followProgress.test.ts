import { deepEqual, equal, ok } from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followProgress } from '../../../../src/orchestrator/progress/followProgress.ts';

describe('following a progress file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flow-test-'));
  const path = join(folder, 'progress');

  after(() => rmSync(folder, { recursive: true }));

  it('hears lines as they come, whole, and the rest at the end', async () => {
    const lines: string[] = [];
    let heard = Promise.withResolvers<void>();
    const following = followProgress(path, (line) => {
      lines.push(line);
      heard.resolve();
    });
    appendFileSync(path, '0.1 one\n0.2 tw');
    await heard.promise;
    deepEqual(lines, ['0.1 one']);
    heard = Promise.withResolvers();
    // Torn inside of a character.
    const bytes = Buffer.from('ö\n0.3');
    appendFileSync(path, bytes.subarray(0, 1));
    appendFileSync(path, bytes.subarray(1));
    await heard.promise;
    deepEqual(lines, ['0.1 one', '0.2 twö']);
    following.end();
    deepEqual(lines, ['0.1 one', '0.2 twö', '0.3']);
  });

  it('hears of very much the end alone', () => {
    const lines: string[] = [];
    const following = followProgress(path, (line) => lines.push(line));
    appendFileSync(path, Array.from({ length: 100_000 }, (_, i) => `line ${i}\n`).join(''));
    following.end();
    ok(lines.length < 10_000);
    equal(lines.at(-1), 'line 99999');
    ok(lines.every((line) => /^line \d+$/.test(line)));
  });

  it('hears a file that is written anew, and nothing where there is none any more', async () => {
    const lines: string[] = [];
    let heard = Promise.withResolvers<void>();
    const following = followProgress(path, (line) => {
      lines.push(line);
      heard.resolve();
    });
    appendFileSync(path, '0.1 a long line\n');
    await heard.promise;
    heard = Promise.withResolvers();
    writeFileSync(path, '0.2\n');
    await heard.promise;
    rmSync(path);
    following.end();
    deepEqual(lines, ['0.1 a long line', '0.2']);
  });
});
