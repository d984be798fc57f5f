import type { Range } from '../model/text.ts';
import { shShellOf } from './dialect.ts';
import { type Hole, holesIn, scanOf } from './scan.ts';
import { bindSh } from './sh/bindSh.ts';
import type { HeardCommand, ShShell } from './sh/state.ts';

/** The commands of a script, as far as it can be told what they are. */
export interface ShScript {
  readonly shell: ShShell;
  /** In the order of their ends: those of a substitution come before the command that it is in. */
  readonly commands: readonly HeardCommand[];
  /** Where something that was read stands in the script as written. */
  place(piece: Range): Range;
  /** The expressions in a piece of what was read, but for those within a substitution in it. */
  values(piece: Range): readonly Pick<Hole, 'expression' | 'range'>[];
}

/** Reads a script of the `sh` family; `undefined` where its shell is another one. Never throws; linear time. */
export function shCommands(script: string, shell: string | undefined): ShScript | undefined {
  const family = shShellOf(shell);
  if (family === undefined) return undefined;
  const scan = scanOf(script);
  const commands: HeardCommand[] = [];
  const { substitutions } = bindSh(scan, family, (command) => commands.push(command));
  return {
    shell: family,
    commands,
    place: ({ start, end }) => ({ start: written(start), end: written(end) }),
    values({ start, end }) {
      const holes = holesIn(scan, start, end);
      if (holes.length === 0) return [];
      const inner = substitutions.filter((each) => start <= each.start && each.end <= end);
      return holes
        .filter((offset) => !inner.some((each) => each.start < offset && offset < each.end))
        .flatMap((offset) => scan.holes[scan.indices.get(offset) ?? -1] ?? []);
    },
  };

  /** An expression is one character of what is read. */
  function written(offset: number): number {
    let shift = 0;
    for (const hole of scan.holes) {
      if (hole.offset >= offset) break;
      shift += hole.range.end - hole.range.start - 1;
    }
    return offset + shift;
  }
}
