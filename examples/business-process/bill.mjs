import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../lib/csv.mjs';
import { sum } from '../lib/statistics.mjs';

/**
 * One invoice for each customer, as a JSON file that its number names.
 *
 * @param {object} task
 * @param {{ orders: string, month: string, folder: string }} task.with  `orders`: the CSV of `validate`
 */
export default async function bill({ with: { orders: file, month, folder } }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const invoices = invoicesOf(readCsv(file), month);
  for (const invoice of invoices) {
    writeFileSync(join(folder, `${invoice.number}.json`), JSON.stringify(invoice, null, 2));
  }
  return { numbers: invoices.map(({ number }) => number) };
}

/** Numbered without a gap, as the tax office wants it. @param {readonly import('../lib/csv.mjs').Row[]} orders */
export function invoicesOf(orders, month) {
  const customers = [...new Set(orders.map(({ email }) => email))].sort();
  return customers.map((email, index) => {
    const own = orders.filter((order) => order.email === email);
    return {
      number: `${month}-${String(index + 1).padStart(3, '0')}`,
      customer: own[0].customer,
      email,
      lines: own.map(({ order, product, quantity, cents }) => ({
        order,
        product,
        quantity,
        cents: Number(cents),
      })),
      cents: sum(own.map(({ cents }) => Number(cents))),
    };
  });
}
