/** Money is counted in whole cents: 0.1 + 0.2 isn't 0.3. @param {string} text  such as `12.50` */
export function cents(text) {
  const [, whole, fraction] = /^(\d+)\.(\d\d)$/.exec(text) ?? [];
  if (fraction === undefined) throw new Error(`${text} is not an amount.`);
  return Number(whole) * 100 + Number(fraction);
}

/** @param {number} amount  in cents */
export const euros = (amount) => (amount / 100).toFixed(2);
