import type { Context } from '../../../../src/cli/context.ts';
import { dispatch } from '../../../../src/cli/dispatch.ts';
import type { Outlet } from '../../../../src/cli/outlet.ts';
import { plainPaint } from '../../../../src/report/paint.ts';

/** What the command line wrote into pipes, and its exit code. */
export interface Heard {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Carries a command out inside the test's process, which is much faster than a process of its own. */
export async function heard(
  args: readonly string[],
  folder: string,
  env: Context['env'] = {},
): Promise<Heard> {
  let stdout = '';
  let stderr = '';
  const out = pipe((text) => {
    stdout += text;
  });
  const err = pipe((text) => {
    stderr += text;
  });
  const code = await dispatch(args, { out, err, env, folder });
  return { code, stdout, stderr };
}

function pipe(write: (text: string) => void): Outlet {
  return {
    paint: plainPaint,
    isLive: false,
    columns: 100,
    rows: 24,
    fault: undefined,
    gone: new AbortController().signal,
    write,
    onResize: () => () => undefined,
  };
}
