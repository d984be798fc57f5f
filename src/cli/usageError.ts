/** What a person has to change before anything can be done. The message is one sentence, or one for each fault. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whatever was thrown by the system, in few words: `no such file or directory`. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node's own form: `ENOENT: no such file or directory, open 'x'`.
  const [, words] = /^[A-Z]+: ([^,]+)/.exec(error.message) ?? [];
  return words ?? error.message;
}
