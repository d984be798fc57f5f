import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from './message.mjs';

/**
 * Delivers an invoice to a Maildir, where any mail program reads it. A message is written in `tmp` and then moved to
 * `new`, so that nobody ever sees half of one; sent again, it takes its own place and isn't there twice.
 *
 * @param {object} task
 * @param {{ invoice: string, maildir: string }} task.with
 */
export default async function send({ with: { invoice: file, maildir } }) {
  for (const part of ['tmp', 'new', 'cur']) mkdirSync(join(maildir, part), { recursive: true });
  const invoice = JSON.parse(readFileSync(file, 'utf8'));
  const name = `${invoice.number}.roastery`;
  writeFileSync(join(maildir, 'tmp', name), messageOf(invoice, new Date()));
  renameSync(join(maildir, 'tmp', name), join(maildir, 'new', name));
  return { message: join(maildir, 'new', name), cents: invoice.cents };
}
