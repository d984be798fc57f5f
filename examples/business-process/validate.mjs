import { readCsv, writeCsv } from '../lib/csv.mjs';
import { sum } from '../lib/statistics.mjs';
import { euros } from './money.mjs';
import { applyRules } from './rules.mjs';

/**
 * @param {object} task
 * @param {{ orders: import('./rules.mjs').Order[][], catalogue: string, folder: string }} task.with  the orders of
 *   each channel
 * @param {(line: string) => void} task.log
 */
export default async function validate({ with: { orders, catalogue, folder }, log }) {
  const { accepted, rejected } = applyRules(orders.flat(), readCsv(catalogue));
  for (const { order, customer, faults } of rejected) log(`${order} of ${customer}: ${faults}`);
  if (accepted.length === 0)
    throw Object.assign(new Error('No order can be delivered.'), { retryable: false });
  writeCsv(`${folder}/accepted.csv`, accepted);
  writeCsv(`${folder}/rejected.csv`, rejected);
  const total = sum(accepted.map((order) => order.cents));
  return {
    file: `${folder}/accepted.csv`,
    accepted: accepted.length,
    rejected: rejected.length,
    customers: new Set(accepted.map(({ email }) => email)).size,
    euros: total / 100,
    total: euros(total),
  };
}
