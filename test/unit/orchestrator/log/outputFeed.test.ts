import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { outputFeed, type Stream } from '../../../../src/orchestrator/log/outputFeed.ts';
import { settled, type VirtualClock, virtualClock } from '../support/virtualClock.ts';

const LINE = `${'x'.repeat(999)}\n`;

describe('what is told of an attempt’s output', () => {
  function feedOn(clock: VirtualClock) {
    const told: string[] = [];
    const tell = (_stream: Stream, lines: string): undefined => {
      told.push(lines);
    };
    const feed = outputFeed({ clock, tell, where: () => 'in the log' });
    return { feed, told, write: (text: string) => feed.push('stdout', Buffer.from(text)) };
  }

  it('is all of it, where that isn’t too much', async () => {
    const clock = virtualClock();
    const { feed, told, write } = feedOn(clock);
    for (let i = 0; i < 20; i++) {
      write(LINE.repeat(200));
      await clock.advance(1000);
    }
    feed.end();
    equal(told.join(''), LINE.repeat(4000));
    equal(clock.next, undefined);
  });

  it('is the beginning and the end of a flood, and how much came in between', () => {
    const { feed, told, write } = feedOn(virtualClock());
    for (let i = 0; i < 10_000; i++) write(`${String(i).padStart(999)}\n`);
    feed.end();
    const lines = told.join('').split('\n');
    const gap = lines.findIndex((line) => line.startsWith('[…'));
    ok(gap > 100 && gap < 262, String(gap));
    equal(
      lines[gap],
      `[… ${(10_000 - gap - 20).toLocaleString('en-US')} lines left out: they are in the log]`,
    );
    deepEqual(
      lines.slice(gap + 1, -1).map(Number),
      Array.from({ length: 20 }, (_, i) => 9980 + i),
    );
    deepEqual(
      feed.tail().map(Number),
      Array.from({ length: 20 }, (_, i) => 9980 + i),
    );
  });

  it('comes to where the flood is after a second, though nothing more is written', async () => {
    const clock = virtualClock();
    const { feed, told, write } = feedOn(clock);
    write(LINE.repeat(1000));
    write('last\n');
    const before = told.length;
    await clock.advance(999);
    equal(told.length, before);
    await clock.advance(1);
    equal(told.length, before + 1);
    match(told.at(-1) ?? '', /^\[… 720 lines left out: they are in the log\]\n(x{999}\n){19}last\n$/);
    write('and on\n');
    equal(told.at(-1), 'and on\n');
    feed.end();
    equal(told.at(-1), 'and on\n');
  });

  it('holds few events, however many small pieces come', () => {
    const { feed, told, write } = feedOn(virtualClock());
    for (let i = 0; i < 100_000; i++) write('\n');
    feed.end();
    ok(told.length < 1100, String(told.length));
  });

  it('tells no line twice and leaves out none that it doesn’t count', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 1500 })), {
          maxLength: 20,
        }),
        async (bursts) => {
          const clock = virtualClock();
          const { feed, told, write } = feedOn(clock);
          let count = 0;
          for (const [lines, wait] of bursts) {
            write(Array.from({ length: lines }, () => `${String(count++).padStart(299)}\n`).join(''));
            await clock.advance(wait);
          }
          feed.end();
          let next = 0;
          for (const line of told.join('').split('\n').slice(0, -1)) {
            const [, gap] = /^\[… ([\d,]+) lines/.exec(line) ?? [];
            if (gap === undefined) equal(Number(line), next++);
            else next += Number(gap.replaceAll(',', ''));
          }
          equal(next, count);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('waits for all who hear it, also for those that fail', async () => {
    const waits: PromiseWithResolvers<void>[] = [];
    const feed = outputFeed({
      clock: virtualClock(),
      tell() {
        waits.push(Promise.withResolvers());
        return waits.at(-1)?.promise;
      },
      where: () => undefined,
    });
    let isBehind = true;
    feed.push('stdout', Buffer.from('one\n'));
    feed.push('stderr', Buffer.from('two\n'))?.then(() => {
      isBehind = false;
    });
    waits[1]?.resolve();
    await settled();
    equal(isBehind, true);
    waits[0]?.reject(new Error('listener'));
    await settled();
    equal(isBehind, false);
    equal(feed.push('stdout', Buffer.from('torn')), undefined);
  });
});
