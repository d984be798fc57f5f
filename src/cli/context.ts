import { type Outlet, outletOf } from './outlet.ts';

/** The surroundings of a command. */
export interface Context {
  readonly out: Outlet;
  readonly err: Outlet;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The current folder, absolute. */
  readonly folder: string;
}

export function processContext(): Context {
  const { env } = process;
  return {
    out: outletOf(process.stdout, env),
    err: outletOf(process.stderr, env),
    env,
    folder: process.cwd(),
  };
}
