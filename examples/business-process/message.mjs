import { euros } from './money.mjs';

/** @typedef {ReturnType<typeof import('./bill.mjs').invoicesOf>[number]} Invoice */

/**
 * An invoice as a mail, by RFC 5322. What comes from outside is encoded, so that no line break in a customer's name
 * can add a header.
 *
 * @param {Invoice} invoice
 * @param {Date} date
 */
export function messageOf({ number, customer, email, lines, cents }, date) {
  const text = [
    `Dear ${customer},`,
    '',
    'thank you for your orders:',
    '',
    ...lines.map(
      ({ order, product, quantity, cents }) => `${order}  ${quantity} × ${product}: ${euros(cents)} €`,
    ),
    '',
    `Please pay ${euros(cents)} € within 14 days, and name the invoice ${number}.`,
    '',
  ].join('\n');
  return [
    'From: Roastery <orders@roastery.example>',
    `To: ${encoded(customer)} <${email}>`,
    `Subject: Invoice ${number}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${number}@roastery.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

/** RFC 2047. */
const encoded = (text) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
