import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import { layOut } from '../../../src/drawing/layout.ts';
import { type Scene, sceneOf, sceneOfRun } from '../../../src/drawing/scene.ts';
import { analyze } from '../../../src/language/analyze.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import { runSummary, type Snapshot } from '../../../src/webview/protocol.ts';
import { openBrowser } from '../../host/openBrowser.ts';
import { until } from '../../host/until.ts';
import { askedRelease, failedRelease, releasePlan } from '../../unit/report/support/release.ts';
import { BEGIN, type Story, story } from '../../unit/report/support/story.ts';
import {
  buildGraphAssets,
  type GraphAssets,
  type GraphPage,
  type GraphPageOptions,
  openGraph,
} from './openGraph.ts';

const PIPELINE = `name: pipeline
tasks:
  wave: { description: A noisy wave, run: echo }
  scores: { run: echo, retry_policy: { max_attempts: 3 } }
  analyze: { needs: [wave, scores], module: ./analyze.mjs }
  train: { needs: analyze, run: echo }
  publish: { needs: [train, analyze], run: echo }
`;
const CYCLE = PIPELINE.replace('description: A noisy wave', 'needs: train');

describe('the graph view', () => {
  let browser: Browser;
  let assets: GraphAssets;
  let graph: GraphPage;

  before(async () => {
    [browser, assets] = await Promise.all([openBrowser(), buildGraphAssets()]);
  });
  after(() => browser.close());
  afterEach(async () => {
    await graph.page.context().close();
    assert.deepEqual(graph.complaints, []);
  });

  const open = async (message?: Snapshot, options?: GraphPageOptions): Promise<void> => {
    graph = await openGraph(browser, assets, options);
    if (message !== undefined) await graph.send(message);
  };
  const node = (id: string) =>
    graph.page.locator('g.node').filter({ has: graph.page.getByText(id, { exact: true }) });
  const ofNodes = (attribute: string): Promise<readonly string[]> =>
    graph.page.evaluate(
      `[...document.querySelectorAll('g.node')].map((node) => node.getAttribute('${attribute}'))`,
    );
  const focused = () => graph.page.evaluate('document.activeElement.querySelector?.(".name")?.textContent');
  const viewport = () => graph.page.locator('g.viewport').getAttribute('transform');

  it('asks for everything when it is ready', async () => {
    await open();
    assert.deepEqual(graph.asked, [{ type: 'ready' }]);
    assert.deepEqual(await graph.state(), { file: 'file:///home/me/example.flow.yaml' });
  });

  it('draws the tasks, needs and stages of the scene', async () => {
    const snapshot = written(PIPELINE);
    await open(snapshot);
    const { nodes, edges } = layOut(snapshot.scene, {
      direction: 'right',
      nodeSize: { width: 1, height: 1 },
    });
    assert.equal(await graph.page.locator('g.node').count(), nodes.length);
    assert.equal(await graph.page.locator('path.edge').count(), edges.length);
    assert.deepEqual(await graph.page.locator('g.band').allTextContents(), [
      'Stage 1',
      'Stage 2',
      'Stage 3',
      'Stage 4',
    ]);
    assert.deepEqual(await ofNodes('aria-label'), [
      'wave, A noisy wave',
      'scores',
      'analyze, needs wave and scores',
      'train, needs analyze',
      'publish, needs train and analyze',
    ]);
    await graph.page.getByRole('heading', { name: 'pipeline' }).waitFor();
    await graph.page.getByText('5 tasks in 4 stages').waitFor();
  });

  it('shows all of the graph at first, whatever its size', async () => {
    await open(written(chain(40)), { width: 500, height: 300 });
    const room = await graph.page.locator('svg.canvas').boundingBox();
    for (const id of ['t0', 't39']) {
      const box = await node(id).boundingBox();
      assert.ok(room !== null && box !== null);
      assert.ok(box.x >= room.x && box.x + box.width <= room.x + room.width);
      assert.ok(box.y >= room.y && box.y + box.height <= room.y + room.height);
    }
  });

  it('draws cycles red, and stages only without them', async () => {
    await open(written(CYCLE));
    assert.equal(await graph.page.locator('path.edge.cyclic').count(), 3);
    assert.equal(await graph.page.locator('g.node.cyclic').count(), 3);
    assert.equal(await graph.page.locator('g.band').count(), 0);
    await graph.page.getByText('5 tasks, 1 dependency cycle').waitFor();
    await graph.send(written(PIPELINE));
    assert.equal(await graph.page.locator('.cyclic').filter({ visible: true }).count(), 0);
    assert.equal(await graph.page.locator('g.band').count(), 4);
  });

  it('follows a run without moving a node or the view', async () => {
    const told = runOf(PIPELINE);
    await open(running(told));
    const [places, view] = [await ofNodes('transform'), await viewport()];
    told.start(0, 'wave').start(0, 'scores').complete(812, 'wave');
    told.retry(900, 'scores', { reason: 'exit_code', code: 75 }, 2000);
    await graph.send(running(told, 1000));
    assert.deepEqual(await ofNodes('transform'), places);
    assert.equal(await viewport(), view);
    assert.match((await node('wave').getAttribute('class')) ?? '', /\bcompleted\b/);
    assert.deepEqual(await words('wave'), { attempt: '', detail: 'A noisy wave', time: '812 ms' });
    assert.deepEqual(await words('scores'), { attempt: '2/3', detail: 'exit code 75', time: 'in 2 s' });
    assert.equal(await graph.page.locator('path.edge.done').count(), 1);
    await graph.page.getByText('Running · 1 of 5 · 1 s').waitFor();
  });

  it('tells a failure on its node, to a screen reader, and in the header', async () => {
    const told = runOf(PIPELINE).start(0, 'wave');
    await open(running(told, 5));
    told.fail(300, 'wave', { reason: 'exit_code', code: 2 });
    await graph.send(running(told, 300));
    assert.deepEqual(await words('wave'), { attempt: '', detail: 'exit code 2', time: '300 ms' });
    assert.equal(await graph.page.getByRole('status').textContent(), 'wave failed, exit code 2');
    assert.equal(
      await node('wave').getAttribute('aria-label'),
      'wave, failed, exit code 2, 300 ms, A noisy wave',
    );
    assert.match((await node('wave').locator('title').textContent()) ?? '', /exit code 2/);
  });

  it('says whose result a task has', async () => {
    const reused = {
      type: 'task-completed',
      task: 'wave',
      attempt: 0,
      outputs: {},
      reusedFrom: 'r0',
    } as const;
    await open(running(runOf(PIPELINE).tell(0, reused)));
    assert.deepEqual(await words('wave'), { attempt: '', detail: 'A noisy wave', time: 'reused' });
    assert.match((await node('wave').getAttribute('aria-label')) ?? '', /, reused from run r0,/);
    assert.match((await node('wave').locator('title').textContent()) ?? '', /\nResult reused from run r0$/);
  });

  it('lets time go on while the run does, and no longer', async () => {
    await open();
    await graph.page.clock.install({ time: BEGIN });
    const told = runOf(PIPELINE).start(0, 'wave');
    await graph.send(running(told, 1000));
    await graph.page.clock.runFor(3000);
    assert.equal((await words('wave')).time, '4 s');
    told.complete(4500, 'wave').tell(4500, { type: 'run-finished', outcome: 'cancelled' });
    await graph.send(running(told, 4500));
    await graph.page.clock.runFor(60_000);
    assert.equal((await words('wave')).time, '4.50 s');
    await graph.page.getByText('Cancelled · 1 of 5 · 4.50 s', { exact: true }).waitFor();
  });

  it('opens a frame where a task turns into others, and draws these in it', async () => {
    const told = story(releasePlan()).start(0, 'wave').complete(10, 'wave').complete(10, 'analyze');
    await open(running(told, 10), { width: 1600, height: 700 });
    assert.equal(await graph.page.locator('rect.frame').count(), 0);
    assert.equal(await node('publish').locator('.mark').getAttribute('d'), 'M5 0V46M179 0V46');
    const asked = askedRelease();
    await graph.send(running(asked, 5000));
    assert.deepEqual(
      await graph.page
        .locator('rect.frame')
        .evaluateAll((frames) => frames.map((frame) => frame.getAttribute('class'))),
      ['frame completed'],
    );
    const [frame, part] = await Promise.all(
      [graph.page.locator('rect.frame'), node('model=bayes')].map((each) => each.boundingBox()),
    );
    assert.ok(frame && part && part.x > frame.x && part.y > frame.y);
    assert.ok(part.x + part.width < frame.x + frame.width && part.y + part.height < frame.y + frame.height);
    assert.deepEqual(await words('train'), { attempt: '', detail: '2/2 instances', time: '400 ms' });
    assert.equal((await words('analyze')).time, 'cached, 12.3 s saved');
    await graph.page.getByText('finally', { exact: true }).waitFor();
  });

  it('takes clicks and keys on parts by their whole names, and tells menus of them', async () => {
    await open(running(failedRelease(), 2000), { width: 1600, height: 700 });
    await node('upload').click();
    await graph.page.keyboard.press('Home');
    await node('publish').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'l']) await graph.page.keyboard.press(key);
    assert.deepEqual(graph.asked.slice(1), [
      { type: 'reveal', task: 'publish/upload' },
      { type: 'showLog', task: 'publish/upload' },
    ]);
    const context = await node('model=ridge').getAttribute('data-vscode-context');
    assert.deepEqual(JSON.parse(context ?? ''), {
      webviewSection: 'task',
      preventDefaultContextMenuItems: true,
      flowPart: true,
      flowWaiting: false,
      uri: 'file:///home/me/example.flow.yaml',
      task: 'train[model=ridge]',
      run: 'r1',
    });
  });

  it('shows how far a task is, by a bar and in its words', async () => {
    const told = runOf(PIPELINE).start(0, 'wave').progress(10, 'wave', 0.25, 'epoch 1 of 4');
    await open(running(told, 1000));
    const widths = async (): Promise<readonly number[]> => {
      const bars = await Promise.all(
        ['.track', '.bar'].map((bar) => node('wave').locator(bar).getAttribute('width')),
      );
      return bars.map(Number);
    };
    const [track = 0, bar] = await widths();
    assert.equal(bar, track / 4);
    assert.equal((await words('wave')).detail, '25 % · epoch 1 of 4');
    assert.equal(await node('wave').locator('.bar').isVisible(), true);
    told.complete(2000, 'wave');
    await graph.send(running(told, 2000));
    assert.equal(await node('wave').locator('.bar').isVisible(), false);
    assert.equal((await words('wave')).detail, 'A noisy wave');
  });

  it('asks a person by buttons, which the keys of the node lead to', async () => {
    const told = askedRelease();
    await open(running(told, 5000));
    const question = graph.page.getByRole('group', { name: 'approve asks' });
    await question.getByText('Publish both models?').waitFor();
    await question.getByText('Not answered, it counts as rejected after 30m.').waitFor();
    await node('approve').focus();
    await graph.page.keyboard.press('r');
    assert.deepEqual(graph.asked.slice(1), []);
    await graph.page.keyboard.press('Enter');
    await question.getByRole('button', { name: 'Approve approve' }).click();
    assert.deepEqual(graph.asked.slice(1), [
      { type: 'answer', task: 'approve', answer: 'reject' },
      { type: 'answer', task: 'approve', answer: 'approve' },
    ]);
    told.complete(6000, 'approve');
    await graph.send(running(told, 6000));
    assert.equal(await graph.page.getByRole('button', { name: 'Approve approve' }).count(), 0);
    assert.equal(await focused(), 'approve');
  });

  it('asks nothing once the run is over', async () => {
    const told = askedRelease().tell(500, { type: 'run-finished', outcome: 'interrupted' });
    await open(running(told, 5000));
    assert.equal(await graph.page.getByRole('button', { name: 'Approve approve' }).count(), 0);
  });

  it('reveals the task that is clicked, and the one that Enter is pressed on', async () => {
    await open(written(PIPELINE));
    await node('train').click();
    await node('wave').focus();
    await graph.page.keyboard.press('Enter');
    await graph.page.keyboard.press('l');
    assert.deepEqual(graph.asked.slice(1), [
      { type: 'reveal', task: 'train' },
      { type: 'reveal', task: 'wave' },
      { type: 'showLog', task: 'wave' },
    ]);
  });

  it('reveals nothing when the view is dragged by a node', async () => {
    await open(written(PIPELINE));
    const box = await node('train').boundingBox();
    assert.ok(box !== null);
    const before = await viewport();
    await graph.page.mouse.move(box.x + 9, box.y + 9);
    await graph.page.mouse.down();
    await graph.page.mouse.move(box.x + 99, box.y + 59, { steps: 5 });
    await graph.page.mouse.up();
    assert.notEqual(await viewport(), before);
    assert.deepEqual(graph.asked, [{ type: 'ready' }]);
  });

  it('is walked by the keyboard: one stop for Tab, then along edges and within stages', async () => {
    await open(written(PIPELINE), { width: 1600, height: 500 });
    await graph.page.getByRole('button', { name: 'Run' }).focus();
    await graph.page.keyboard.press('Tab');
    assert.equal(await focused(), 'wave');
    const seen: unknown[] = [];
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'Home']) {
      await graph.page.keyboard.press(key);
      seen.push(await focused());
    }
    assert.deepEqual(seen, ['scores', 'analyze', 'train', 'analyze', 'publish', 'wave']);
    assert.equal(await graph.page.locator('g.node[tabindex="0"]').count(), 1);
  });

  it('keeps the focus while the graph changes around it', async () => {
    await open(written(PIPELINE));
    await node('train').focus();
    await graph.send(
      written(
        `${PIPELINE}  extra: { needs: wave, run: echo }\n`.replace(
          'wave: {',
          'first: { run: echo }\n  wave: {',
        ),
      ),
    );
    assert.equal(await focused(), 'train');
    assert.equal(await graph.page.locator('g.node').count(), 7);
  });

  it('marks the task of the cursor, and brings it into sight', async () => {
    await open({ ...written(chain(60)), selected: 't0' }, { width: 500, height: 300 });
    assert.equal(await node('t0').getAttribute('aria-current'), 'true');
    for (let i = 0; i < 12; i++) await graph.page.keyboard.press('+');
    await graph.send({ type: 'select', task: 't59' });
    assert.equal(await graph.page.locator('[aria-current]').count(), 1);
    const box = await node('t59').boundingBox();
    assert.ok(
      box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 500 && box.y + box.height <= 300,
    );
    await graph.send({ type: 'select' });
    assert.equal(await graph.page.locator('[aria-current]').count(), 0);
  });

  it('zooms by keys, and fits again', async () => {
    await open(written(PIPELINE));
    const fitted = await viewport();
    await graph.page.keyboard.press('+');
    const larger = await viewport();
    assert.ok(scaleOf(larger) > scaleOf(fitted));
    await graph.page.keyboard.press('-');
    await graph.page.keyboard.press('-');
    assert.ok(scaleOf(await viewport()) < scaleOf(larger));
    await graph.page.keyboard.press('0');
    assert.equal(await viewport(), fitted);
  });

  it('remembers direction and zoom, and takes them up again', async () => {
    await open(written(PIPELINE), { width: 1600, height: 500 });
    await graph.page.getByRole('button', { name: 'Draw from Top to Bottom' }).click();
    await graph.page.keyboard.press('+');
    const [places, view, state] = [await ofNodes('transform'), await viewport(), await graph.state()];
    await graph.page.context().close();
    await open(written(PIPELINE), { width: 1600, height: 500, state });
    assert.deepEqual(await ofNodes('transform'), places);
    assert.equal(await viewport(), view);
    await graph.page.getByRole('button', { name: 'Draw from Left to Right' }).waitFor();
  });

  it('fits a graph that would be out of sight where the last one was looked at', async () => {
    await open(written(PIPELINE));
    const fitted = await viewport();
    await graph.page.context().close();
    await open(written(PIPELINE), { state: { zoom: { x: -9000, y: 0, k: 1 } } });
    assert.equal(await viewport(), fitted);
  });

  it('glides to where a still view is at once', async () => {
    const grown = written(`${PIPELINE}  extra: { needs: wave, run: echo }\n`);
    await open(grown);
    const [places, view] = [await ofNodes('transform'), await viewport()];
    await graph.page.context().close();
    await open(written(PIPELINE), { reducedMotion: false });
    await graph.send(grown);
    await until('the nodes to arrive', async () => {
      const now = [await viewport(), ...(await ofNodes('transform'))];
      return JSON.stringify(now) === JSON.stringify([view, ...places]) || undefined;
    });
  });

  it('runs, cancels and shows the report by its buttons', async () => {
    const told = runOf(PIPELINE);
    const button = (name: string) => graph.page.getByRole('button', { name, exact: true });
    await open(written(PIPELINE));
    await button('Run').click();
    await graph.send(running(told));
    await button('Cancel').click();
    assert.equal(await button('Run').count(), 0);
    told.tell(5, { type: 'run-finished', outcome: 'cancelled' });
    await graph.send(running(told, 5));
    await button('Report').click();
    await button('Resume').click();
    assert.deepEqual(
      graph.asked.map(({ type }) => type),
      ['ready', 'run', 'cancel', 'showReport', 'resume'],
    );
  });

  it('keeps the words of a run whole, and the page within its window', async () => {
    const told = runOf(PIPELINE).start(0, 'scores').fail(14_500, 'scores', { reason: 'exit_code', code: 1 });
    for (const task of ['wave', 'analyze', 'train', 'publish']) {
      told.tell(14_500, { type: 'task-cancelled', task, attempt: 0 });
    }
    told.tell(14_500, { type: 'run-finished', outcome: 'failed' });
    await open(running(told));
    for (const width of [320, 420, 520, 620, 720]) {
      await graph.page.setViewportSize({ width, height: 500 });
      const cut = await graph.page
        .locator('.summary :is(h1, p span)')
        .evaluateAll((lines) => lines.filter((line) => line.scrollWidth > line.clientWidth).length);
      assert.equal(cut, 0, `words are cut off at ${width} px`);
    }
    const heights = '[document.documentElement.scrollHeight, innerHeight]';
    assert.deepEqual(await graph.page.evaluate(heights), [500, 500]);
  });

  it('opens the legend by its button, and closes it by the button, Escape, or a press beside it', async () => {
    await open(written(PIPELINE));
    const button = graph.page.getByRole('button', { name: 'Legend and Keys' });
    const legend = graph.page.getByRole('region', { name: 'Legend and keys' });
    const isOpen = async (): Promise<boolean> => {
      const shown = await legend.isVisible();
      assert.equal(await button.getAttribute('aria-pressed'), String(shown));
      return shown;
    };
    assert.equal(await isOpen(), false);
    await button.click();
    assert.equal(await isOpen(), true);
    await legend.click();
    assert.equal(await isOpen(), true);
    await button.click();
    assert.equal(await isOpen(), false);

    await button.click();
    await node('wave').focus();
    await graph.page.keyboard.press('Escape');
    assert.equal(await isOpen(), false);
    assert.equal(
      await graph.page.evaluate('document.activeElement.getAttribute("aria-label")'),
      'Legend and Keys',
    );

    await button.click();
    await graph.page.locator('svg.canvas').click({ position: { x: 5, y: 300 } });
    assert.equal(await isOpen(), false);
  });

  it('tells the context menu of a node which task of which file it is', async () => {
    await open(written(PIPELINE));
    assert.deepEqual(JSON.parse((await node('wave').getAttribute('data-vscode-context')) ?? ''), {
      webviewSection: 'task',
      flowPart: false,
      flowWaiting: false,
      preventDefaultContextMenuItems: true,
      uri: 'file:///home/me/example.flow.yaml',
      task: 'wave',
    });
  });

  it('says why it can’t run', async () => {
    await open({ ...written(CYCLE), cannotRun: 'The workflow has errors.' });
    const run = graph.page.getByRole('button', { name: 'Run' });
    assert.equal(await run.getAttribute('title'), 'The workflow has errors.');
    await run.click({ force: true });
    assert.deepEqual(graph.asked, [{ type: 'ready' }]);
  });

  it('teaches where there is no task yet', async () => {
    await open(written('name: empty\n'));
    await graph.page.getByRole('heading', { name: 'No tasks yet' }).waitFor();
    const taught = await graph.page.locator('pre').textContent();
    assert.deepEqual(analyze(taught ?? '').diagnostics, []);
    await graph.send(written(taught ?? ''));
    assert.equal(await graph.page.locator('g.node').count(), 2);
    assert.equal(await graph.page.getByRole('heading', { name: 'No tasks yet' }).count(), 0);
  });

  it('passes over messages that are none', async () => {
    await open(written(PIPELINE));
    await graph.page.evaluate(
      "window.postMessage({ type: 'snapshot', scene: 'none' }, '*'); window.postMessage(1, '*')",
    );
    await graph.send({ type: 'select', task: 'train' });
    assert.equal(await graph.page.locator('g.node').count(), 5);
  });

  async function words(id: string): Promise<Record<'attempt' | 'detail' | 'time', string | null>> {
    const text = (part: string) => node(id).locator(`.${part}`).textContent();
    return { attempt: await text('attempt'), detail: await text('detail'), time: await text('time') };
  }
});

function written(yaml: string): Snapshot {
  const { workflow } = analyze(yaml);
  return snapshotOf(sceneOf(workflow));
}

function runOf(yaml: string): Story {
  const plan = makePlan(analyze(yaml), { file: '/w/pipeline.flow.yaml', folder: '/w', parallelism: 4 });
  assert.ok(plan !== undefined);
  return story(plan);
}

function running({ run }: Story, after = 0): Snapshot {
  return { ...snapshotOf(sceneOfRun(run)), run: runSummary(run), now: BEGIN + after };
}

function snapshotOf(scene: Scene): Snapshot {
  return { type: 'snapshot', title: scene.name ?? 'example.flow.yaml', scene, now: BEGIN };
}

function chain(length: number): string {
  const tasks = Array.from({ length }, (_, i) => [
    `t${i}`,
    { needs: i === 0 ? [] : [`t${i - 1}`], run: 'echo' },
  ]);
  return JSON.stringify({ tasks: Object.fromEntries(tasks) });
}

function scaleOf(transform: string | null): number {
  return Number(/scale\(([^)]+)\)/.exec(transform ?? '')?.[1] ?? 1);
}
