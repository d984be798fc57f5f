/**
 * Set-up speaks on stderr only: stdout belongs to the command that was asked for,
 * and may be piped (`npm run -s flow -- graph --format json x.flow.yaml | jq`).
 */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** A set-up step that can't be done here: what happened, and what the person can do about it. */
export class SetUpError extends Error {
  constructor(what, wayOut) {
    super(`${what}\n${wayOut}`);
    this.name = 'SetUpError';
  }
}
