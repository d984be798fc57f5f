import { cents } from './money.mjs';

/**
 * What is wrong with an order, in words for the person who has to ask the customer.
 *
 * @param {Order} order
 * @param {ReadonlyMap<string, number>} prices  in cents, by product
 * @param {ReadonlySet<string>} seen  the numbers of the orders before this one
 *
 * @typedef {{ order: string, customer: string, email: string, product: string, quantity: string }} Order
 */
export function faultsOf({ order, email, product, quantity }, prices, seen) {
  return [
    ...(seen.has(order) ? ['was sent twice'] : []),
    ...(prices.has(product) ? [] : [`there is no product "${product}"`]),
    ...(/^[1-9]\d{0,3}$/.test(quantity) ? [] : [`the quantity is ${quantity || 'missing'}`]),
    ...(/^\S+@\S+\.\S+$/.test(email) ? [] : [`"${email}" is no mail address`]),
  ];
}

/**
 * Parts the orders that can be delivered from those that can't.
 *
 * @param {readonly Order[]} orders
 * @param {readonly { product: string, price: string }[]} catalogue
 */
export function applyRules(orders, catalogue) {
  const prices = new Map(catalogue.map(({ product, price }) => [product, cents(price)]));
  const seen = new Set();
  const accepted = [];
  const rejected = [];
  for (const order of orders) {
    const faults = faultsOf(order, prices, seen);
    seen.add(order.order);
    if (faults.length > 0) rejected.push({ ...order, faults: faults.join('; ') });
    else accepted.push({ ...order, cents: prices.get(order.product) * Number(order.quantity) });
  }
  return { accepted, rejected };
}
