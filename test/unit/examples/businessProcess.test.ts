import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import type { Run } from '../../../src/model/run.ts';
import type { Answer } from '../../../src/model/workflow.ts';
import type { Workplace } from '../cli/support/flow.ts';
import { copyOfExamples, incomplete, ran, states, told } from './support/exampleRuns.ts';
import { load } from './support/load.ts';

const FILE = 'business-process.flow.yaml';
const { parseCsv } = await load<{ parseCsv(text: string): readonly Record<string, string>[] }>('lib/csv.mjs');

describe('examples: business-process', function () {
  this.timeout(60_000);
  let place: Workplace;
  beforeEach(() => {
    place = copyOfExamples();
  });
  afterEach(() => place.remove());

  const outbox = () => place.path('business-process/build/outbox/new');
  const record = () =>
    readFileSync(place.path('business-process/build/record.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));

  /** Runs it as a person does who answers when asked. */
  async function answering(answer: Answer, ...args: readonly string[]): Promise<Run> {
    const started = place.flow(['run', FILE, '--events', '-', ...args]);
    const begun = await started.event(({ type }) => type === 'run-started');
    await started.event(({ type }) => type === 'task-waiting');
    assert.ok(!existsSync(outbox()), 'nothing is sent before the answer');
    assert.ok(begun.type === 'run-started');
    const words = [
      'approve',
      begun.run,
      'approve',
      '--by',
      'Ada',
      ...(answer === 'reject' ? ['--reject'] : []),
    ];
    const { code, stderr } = await place.flow(words).ended;
    assert.equal(code, 0, stderr);
    return told(await started.ended);
  }

  /** Worked out from the inboxes, without the example's own rules: their faults are known by their numbers. */
  function expectedCents(): number {
    const rows = (path: string) => parseCsv(readFileSync(place.path('business-process', path), 'utf8'));
    const faulty = ['S-1005', 'P-2002', 'P-2004'];
    const orders = new Map(
      ['shop', 'phone', 'web'].flatMap((channel) =>
        rows(`inbox/${channel}.csv`).map((row) => [row['order'] ?? '', row] as const),
      ),
    );
    const prices = new Map(rows('catalogue.csv').map(({ product, price }) => [product, Number(price)]));
    return [...orders.values()]
      .filter(({ order = '' }) => !faulty.includes(order))
      .reduce(
        (sum, { product, quantity }) =>
          sum + Math.round(100 * (prices.get(product) ?? NaN) * Number(quantity)),
        0,
      );
  }

  /** What the customers are asked to pay, in cents: read from the mails that were sent. */
  function billedCents(): readonly number[] {
    return readdirSync(outbox()).map((name) => {
      const [, body = ''] = readFileSync(`${outbox()}/${name}`, 'utf8').split('\r\n\r\n');
      const [, euros = ''] = /Please pay ([\d.]+) €/.exec(Buffer.from(body, 'base64').toString()) ?? [];
      return Math.round(100 * Number(euros));
    });
  }

  it('bills every order that can be delivered, once a person has approved', async () => {
    const run = await answering('approve');
    assert.deepEqual(incomplete(run), {});
    assert.equal(
      run.tasks.get('approve')?.question?.message,
      'Bill 5 customers 1219.70 € for 2026-10? 4 orders were turned down.',
    );
    assert.equal(run.tasks.get('deliver/send')?.children?.length, 5);
    const billed = billedCents();
    assert.equal(billed.length, 5);
    assert.equal(
      billed.reduce((a, b) => a + b, 0),
      expectedCents(),
    );
    assert.deepEqual(run.outputs, { invoices: 5, total: (expectedCents() / 100).toFixed(2) });
    assert.deepEqual(
      record().map(({ total, approval, approved_by, delivery }) => ({
        total,
        approval,
        approved_by,
        delivery,
      })),
      [{ total: '1219.70', approval: 'completed', approved_by: 'Ada', delivery: 'completed' }],
    );
  });

  it('sends nothing where the person says no, and records that', async () => {
    const run = await answering('reject');
    assert.equal(run.state, 'failed');
    assert.equal(run.tasks.get('approve')?.failure?.reason, 'rejected');
    assert.equal(states(run)['deliver'], 'skipped');
    assert.ok(!existsSync(outbox()));
    const [line] = record();
    assert.equal(line?.['approval'], 'failed');
    assert.equal(line?.['delivery'], 'skipped');
  });

  it('asks nobody about a small sum, and sends nothing in a dry run', async () => {
    const run = await ran(place, FILE, '--input', 'approve_above=5000', '--input', 'dry_run=true');
    assert.equal(run.state, 'completed');
    assert.deepEqual(
      Object.keys(incomplete(run)).sort(),
      ['approve', 'deliver/reconcile', 'deliver/send'],
      'skipped, all three',
    );
    assert.equal(readdirSync(place.path('business-process/build/invoices')).length, 5);
    assert.ok(!existsSync(outbox()));
  });

  it('waits for a channel that hasn’t delivered yet', async () => {
    const [web, late] = [place.path('business-process/inbox/web.csv'), place.path('late.csv')];
    renameSync(web, late);
    const started = place.flow(['run', FILE, '--events', '-', '--input', 'approve_above=5000']);
    const retrying = await started.event((event) => event.type === 'task-retrying');
    assert.ok(retrying.type === 'task-retrying');
    assert.equal(retrying.task, 'collect[channel=web]');
    assert.deepEqual(retrying.failure, { reason: 'exit_code', code: 75 });
    renameSync(late, web);
    const run = told(await started.ended);
    assert.equal(run.state, 'completed');
    assert.equal(run.tasks.get('collect[channel=web]')?.attempts.length, 2);
    assert.equal(
      billedCents().reduce((a, b) => a + b, 0),
      expectedCents(),
    );
  });
});
