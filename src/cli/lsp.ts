import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { createPastRuns } from './pastRuns.ts';
import { version } from './version.ts';

/** Serves an editor over standard input and output until that ends; the process ends with it, so this never resolves. */
export async function lsp(_args: Arguments, { err }: Context): Promise<number> {
  if (process.stdin.isTTY) {
    err.write(
      'flow lsp is started by an editor and reads its messages from standard input; see docs/editors.md.\n',
    );
  }
  // A bundle of its own, so that no other command has to read it.
  const { serve } = await import('../lsp/serve.ts');
  serve(process.stdin, process.stdout, { version, pastRuns: createPastRuns() });
  return new Promise(() => {});
}
