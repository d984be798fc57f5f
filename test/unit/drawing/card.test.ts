import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cardOf, cardSize, type Fonts } from '../../../src/drawing/card.ts';
import { nodeLabel } from '../../../src/drawing/nodeWords.ts';
import type { SceneTask } from '../../../src/drawing/scene.ts';
import type { SceneStatus } from '../../../src/drawing/status.ts';
import { estimatedWidth, fitted } from '../../../src/drawing/textWidth.ts';
import { sceneOfNeeds } from './support/scenes.ts';

/** Every character ten pixels wide. */
const fonts: Fonts = { large: (text) => text.length * 10, small: (text) => text.length * 10 };
const NOW = 1_700_000_000_000;

function task(status?: Partial<SceneStatus>, rest: Partial<SceneTask> = {}): SceneTask {
  const base = { id: 'train', needs: ['analyze', 'clean'], missing: [], stage: 1, kind: 'run' } as const;
  const full = { state: 'running', attempt: 1, maxAttempts: 3, startedAt: NOW - 4000, ...status } as const;
  return { ...base, ...(status !== undefined && { status: full }), ...rest };
}

const REUSED: SceneTask = {
  ...task(undefined, { description: 'Learns' }),
  status: { state: 'completed', attempt: 0, maxAttempts: 3, reusedFrom: 'r0' },
};

describe('cardOf', () => {
  const cases: readonly [what: string, task: SceneTask, words: object][] = [
    [
      'a task of no run',
      task(undefined, { description: 'Learns' }),
      { detail: 'Learns', time: '', attempt: '' },
    ],
    ['a running task', task({}, { description: 'Learns' }), { detail: 'Learns', time: '4 s', attempt: '' }],
    ['a second attempt', task({ attempt: 2 }), { attempt: '2/3', time: '4 s' }],
    [
      'a task to be tried again',
      task({ state: 'retrying', attempt: 2, retryAt: NOW + 2000, failure: 'exit code 75' }),
      { detail: 'exit code 75', time: 'in 2 s', attempt: '2/3' },
    ],
    [
      'a completed task',
      task({ state: 'completed', endedAt: NOW }, { description: 'Learns' }),
      { detail: 'Learns', time: '4.00 s' },
    ],
    [
      'a failed task',
      task({ state: 'failed', attempt: 3, endedAt: NOW, failure: 'exit code 1' }, { description: 'Learns' }),
      { detail: 'exit code 1', time: '4.00 s', attempt: '3/3' },
    ],
    ['a skipped task', task({ state: 'skipped', skipped: 'analyze failed' }), { detail: 'analyze failed' }],
    ['a reused result', REUSED, { detail: 'Learns', time: 'reused', attempt: '' }],
    ['unknown needs', task(undefined, { missing: ['nobody'] }), { detail: 'needs unknown nobody' }],
  ];
  for (const [what, given, words] of cases) {
    it(`says what there is to say of ${what}`, () => {
      const card = cardOf(given, false, { shape: 'card', width: 600, height: 46 }, fonts, NOW);
      assert.deepEqual({ ...card, ...words }, card);
    });
  }

  it('tells a fault from a description by a class', () => {
    const failed = task({ state: 'failed', failure: 'exit code 1' });
    assert.deepEqual(cardOf(failed, false, { shape: 'card', width: 600, height: 46 }, fonts).classes, [
      'failed',
      'fault',
    ]);
    assert.deepEqual(cardOf(task(), true, { shape: 'card', width: 600, height: 46 }, fonts).classes, [
      'cyclic',
      'fault',
    ]);
  });

  it('cuts every text to its room', () => {
    const long = task(
      { state: 'completed', endedAt: NOW },
      { id: 'a'.repeat(40), description: 'b'.repeat(40) },
    );
    const card = cardOf(long, false, { shape: 'card', width: 200, height: 46 }, fonts, NOW);
    assert.equal(card.name, `${'a'.repeat(12)}…`);
    assert.equal(card.detail, `${'b'.repeat(7)}…`);
    assert.equal(card.time, '4.00 s');
  });
});

describe('a card of what goes on', () => {
  const box = { shape: 'card', width: 600, height: 46 } as const;

  it('shows how far it is, as a bar and in its own words', () => {
    const card = cardOf(
      task({ progress: { fraction: 0.42, text: '42 % · epoch 4' } }),
      false,
      box,
      fonts,
      NOW,
    );
    assert.deepEqual([card.progress, card.detail, card.time], [0.42, '42 % · epoch 4', '4 s']);
    assert.equal(cardOf(task({}), false, box, fonts, NOW).progress, undefined);
  });

  it('shows what a person is asked, and since when', () => {
    const question = { message: 'Ship it?', askedAt: NOW - 125_000 };
    const waiting: SceneTask = {
      ...task(),
      status: { state: 'waiting', attempt: 0, maxAttempts: 1, question },
    };
    const card = cardOf(waiting, false, box, fonts, NOW);
    assert.deepEqual([card.classes, card.detail, card.time], [['waiting'], 'Ship it?', '2m 05s']);
    assert.equal(nodeLabel(waiting, false), 'train, waiting, asks: Ship it?, needs analyze and clean');
  });

  it('tells what the cache saved apart from a result taken over', () => {
    const cached: SceneTask = {
      ...task(),
      status: { state: 'completed', attempt: 0, maxAttempts: 3, cached: { saved: 12_300 } },
    };
    assert.equal(cardOf(cached, false, box, fonts, NOW).time, 'cached, 12.3 s saved');
    assert.match(nodeLabel(cached, false), /^train, completed, cached, 12\.3 s saved, /);
  });

  it('tells how often a matrix repeats it, and that it is another workflow, by its outlines', () => {
    const repeated = task(undefined, { times: 4 });
    const nested = task(undefined, { kind: 'workflow' });
    const marks = [task(), repeated, nested, { ...nested, times: 'n' as const }].map(
      (each) => cardOf(each, false, box, fonts).mark,
    );
    assert.equal(marks[0], '');
    assert.equal(new Set(marks).size, 4);
    assert.equal(cardOf(repeated, false, box, fonts).attempt, '×4');
    assert.match(nodeLabel(repeated, false), /, repeated 4 times by its matrix,/);
  });
});

describe('the nodes of what a task turned into', () => {
  const status = {
    state: 'completed',
    attempt: 1,
    maxAttempts: 1,
    startedAt: NOW,
    endedAt: NOW + 7,
  } as const;
  const part: SceneTask = {
    ...task(undefined),
    id: 'train[model=ridge]',
    name: '[model=ridge]',
    needs: [],
    status,
  };
  const failed: SceneTask = { ...part, status: { ...status, state: 'failed', failure: 'exit code 7' } };
  const parent: SceneTask = { ...task({}), inside: { of: 'matrix', tasks: [part, failed] } };

  it('count them on the head of their frame', () => {
    const card = cardOf(parent, false, { shape: 'header', width: 600, height: 46 }, fonts, NOW);
    assert.deepEqual(
      [card.classes, card.detail, card.attempt, card.mark],
      [['header', 'running'], '2/2 instances, 1 failed', '', ''],
    );
    assert.match(nodeLabel(parent, false), /^train, running, 2\/2 instances, 1 failed, /);
  });

  it('have one line in a small matrix, with what went wrong in it', () => {
    const chip = { shape: 'chip', width: 300, height: 24 } as const;
    const { name, time, detail, kind } = cardOf(part, false, chip, fonts, NOW);
    assert.deepEqual([name, time, detail, kind], ['model=ridge', '7 ms', '', '']);
    assert.equal(cardOf(failed, false, chip, fonts, NOW).time, 'exit code 7');
    const narrow = cardOf(failed, false, { ...chip, width: 200 }, fonts, NOW);
    assert.deepEqual([narrow.name, narrow.time], ['model=…', 'exit co…']);
  });

  it('are icons alone in a large one', () => {
    const card = cardOf(failed, false, { shape: 'cell', width: 18, height: 18 }, fonts, NOW);
    assert.deepEqual([card.name, card.time, card.classes], ['', '', ['cell', 'failed', 'fault']]);
    assert.match(nodeLabel(failed, false), /^train\[model=ridge\], failed, exit code 7, 7 ms/);
  });
});

describe('a failed card', () => {
  it('gives the time’s room to a failure that needs it', () => {
    const failed = (failure: string) => task({ state: 'failed', endedAt: NOW, failure });
    const { detail, time } = cardOf(
      failed('exit code 1'),
      false,
      { shape: 'card', width: 240, height: 46 },
      fonts,
      NOW,
    );
    assert.deepEqual({ detail, time }, { detail: 'exit code 1', time: '4.00 s' });
    const long = cardOf(
      failed('ended by SIGKILL'),
      false,
      { shape: 'card', width: 240, height: 46 },
      fonts,
      NOW,
    );
    assert.deepEqual({ detail: long.detail, time: long.time }, { detail: 'ended by SIGKILL', time: '' });
  });
});

describe('cardSize', () => {
  it('follows the longest name, within bounds', () => {
    const width = (id: string): number => cardSize(sceneOfNeeds({ [id]: [] }), fonts).width;
    assert.equal(width('a'), 184);
    assert.equal(width('a'.repeat(9)), 192);
    assert.equal(width('a'.repeat(100)), 264);
  });
});

describe('nodeLabel', () => {
  it('is all that the node shows, in one sentence', () => {
    const failed = task({ state: 'failed', attempt: 3, endedAt: NOW, failure: 'exit code 1' });
    assert.equal(
      nodeLabel(failed, false),
      'train, failed, attempt 3 of 3, exit code 1, 4.00 s, needs analyze and clean',
    );
  });

  it('tells the next attempt from the one that failed', () => {
    const retrying = task({ state: 'retrying', attempt: 2, retryAt: NOW, failure: 'exit code 75' });
    assert.equal(
      nodeLabel(retrying, false),
      'train, retrying, next attempt 2 of 3, exit code 75, needs analyze and clean',
    );
  });

  it('tells which run a reused result is of', () => {
    assert.equal(
      nodeLabel(REUSED, false),
      'train, completed, reused from run r0, needs analyze and clean, Learns',
    );
  });

  it('doesn’t change by the second', () => {
    assert.equal(nodeLabel(task({}), false), 'train, running, needs analyze and clean');
  });
});

describe('fitted', () => {
  it('keeps what fits and cuts what does not between characters', () => {
    assert.equal(fitted('short', 50, fonts.large), 'short');
    assert.equal(fitted('longer', 50, fonts.large), 'long…');
    assert.equal(fitted('two words', 60, fonts.large), 'two w…');
    assert.equal(fitted('🦊🦊🦊', 50, fonts.large), '🦊🦊…');
    assert.equal(fitted('none', 5, fonts.large), '');
  });
});

describe('estimatedWidth', () => {
  it('grows with the font and with wide characters', () => {
    assert.ok(estimatedWidth('wide', 26) === 2 * estimatedWidth('wide', 13));
    assert.ok(estimatedWidth('mmm', 13) > estimatedWidth('iii', 13));
    assert.ok(estimatedWidth('作業', 13) > estimatedWidth('ab', 13));
  });
});
