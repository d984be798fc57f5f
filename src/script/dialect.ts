import { fault, type Scan } from './scan.ts';
import { bindSh } from './sh/bindSh.ts';

/** Decides, for each expression of a script, how its value is read. */
export type Dialect = (scan: Scan) => void;

/** The dialect of a `shell` as the author wrote it. */
export function dialectOf(shell: string | undefined): Dialect {
  const program = programOf(shell ?? 'sh');
  switch (program) {
    case 'sh':
    case 'bash':
    case 'dash':
    case 'ksh':
    case 'zsh':
      return (scan) => bindSh(scan, program);
    default:
      return (scan) => fault(scan, 0, scan.text.length, unknown(program));
  }
}

function programOf(s: string): string { return s; }
function unknown(s: string): string { return s; }
