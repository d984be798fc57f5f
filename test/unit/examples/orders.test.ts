import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from './support/load.ts';

interface Order {
  readonly order: string;
  readonly customer: string;
  readonly email: string;
  readonly product: string;
  readonly quantity: string;
}
interface Invoice {
  readonly number: string;
  readonly customer: string;
  readonly email: string;
  readonly lines: readonly object[];
  readonly cents: number;
}
const { cents, euros } = await load<{ cents(text: string): number; euros(amount: number): string }>(
  'business-process/money.mjs',
);
const { applyRules } = await load<{
  applyRules(
    orders: readonly Order[],
    catalogue: readonly object[],
  ): { accepted: readonly (Order & { cents: number })[]; rejected: readonly (Order & { faults: string })[] };
}>('business-process/rules.mjs');
const { invoicesOf } = await load<{
  invoicesOf(orders: readonly object[], month: string): readonly Invoice[];
}>('business-process/bill.mjs');
const { messageOf } = await load<{ messageOf(invoice: Invoice, date: Date): string }>(
  'business-process/message.mjs',
);

describe('examples: money', () => {
  it('is read and written to the cent', () => {
    fc.assert(fc.property(fc.nat(1e9), (amount) => assert.equal(cents(euros(amount)), amount)));
    for (const text of ['', '1', '1.5', '1,50', '-1.00', '1.234', 'NaN'])
      assert.throws(() => cents(text), /amount/);
  });
});

describe('examples: rules for orders', () => {
  const catalogue = [{ product: 'Espresso', price: '24.10' }];
  const order: Order = {
    order: 'A-1',
    customer: 'Café',
    email: 'a@b.example',
    product: 'Espresso',
    quantity: '3',
  };
  const faults = (change: Partial<Order>) =>
    applyRules([{ ...order, ...change }], catalogue).rejected.map((each) => each.faults);

  it('accept what can be delivered, at the catalogue’s price', () => {
    assert.deepEqual(applyRules([order], catalogue), { accepted: [{ ...order, cents: 7230 }], rejected: [] });
  });

  it('say what is wrong with the others', () => {
    assert.deepEqual(faults({ product: 'Tea' }), ['there is no product "Tea"']);
    for (const quantity of ['0', '-1', '1.5', 'two', '10000']) {
      assert.deepEqual(faults({ quantity }), [`the quantity is ${quantity}`]);
    }
    assert.deepEqual(faults({ quantity: '' }), ['the quantity is missing']);
    assert.deepEqual(faults({ email: 'a@b.example\nBcc: c@d.example' }), [
      '"a@b.example\nBcc: c@d.example" is no mail address',
    ]);
    assert.deepEqual(faults({ product: 'Tea', quantity: '0' }), [
      'there is no product "Tea"; the quantity is 0',
    ]);
  });

  it('take an order once', () => {
    const { accepted, rejected } = applyRules([order, order], catalogue);
    assert.equal(accepted.length, 1);
    assert.deepEqual(
      rejected.map((each) => each.faults),
      ['was sent twice'],
    );
  });
});

describe('examples: invoices', () => {
  it('add up to the orders, one for each customer, numbered without a gap', () => {
    const row = fc.record({
      order: fc.string(),
      customer: fc.constant('C'),
      email: fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example'),
      product: fc.constant('Espresso'),
      quantity: fc.constant('1'),
      cents: fc.nat(1e6).map(String),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const invoices = invoicesOf(rows, '2026-10');
        const total = (items: readonly { cents: number | string }[]) =>
          items.reduce((sum, item) => sum + Number(item.cents), 0);
        assert.equal(total(invoices), total(rows));
        assert.equal(invoices.length, new Set(rows.map(({ email }) => email)).size);
        assert.deepEqual(
          invoices.map(({ number }) => number),
          invoices.map((_, index) => `2026-10-00${index + 1}`),
        );
      }),
    );
  });

  it('become mails that no name can add a header to', () => {
    const invoice = {
      number: '2026-10-001',
      customer: 'A\r\nBcc: x@y.example',
      email: 'a@b.example',
      lines: [],
      cents: 5,
    };
    const [head = '', body = ''] = messageOf(invoice, new Date(0)).split('\r\n\r\n');
    assert.deepEqual(
      head.split('\r\n').map((line) => line.split(':')[0]),
      [
        'From',
        'To',
        'Subject',
        'Date',
        'Message-ID',
        'MIME-Version',
        'Content-Type',
        'Content-Transfer-Encoding',
      ],
    );
    assert.match(head, /^Date: Thu, 01 Jan 1970 00:00:00 \+0000$/m);
    assert.match(Buffer.from(body, 'base64').toString(), /Please pay 0\.05 € /);
  });
});
