import { existsSync } from 'node:fs';
import { readCsv } from '../lib/csv.mjs';
import { sum } from '../lib/statistics.mjs';
import { euros } from './money.mjs';

/**
 * What was sent must come to what was accepted, to the cent.
 *
 * @param {object} task
 * @param {{ orders: string, messages: string[], cents: number[] }} task.with
 */
export default async function reconcile({ with: { orders, messages, cents } }) {
  const accepted = sum(readCsv(orders).map((order) => Number(order.cents)));
  const missing = messages.filter((message) => !existsSync(message));
  if (missing.length > 0) throw new Error(`These messages aren't there: ${missing.join(', ')}`);
  if (sum(cents) !== accepted) {
    throw new Error(`Invoices over ${euros(sum(cents))} € were sent for orders over ${euros(accepted)} €.`);
  }
  return { invoices: messages.length, total: euros(accepted) };
}
