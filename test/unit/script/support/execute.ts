import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bindScript } from '../../../../src/script/bindScript.ts';

/** A piece of a script that prints something and a NUL, and what it has to print. */
export interface Segment {
  readonly script: string;
  readonly prints: string;
}

/** What stands for a value in a script. */
export function value(index: number): string {
  return `\${{ values.${index} }}`;
}

/**
 * Binds segments as one script, runs it in an empty folder, and asserts that each segment printed exactly what
 * it should, and that nothing left a file there.
 */
export function assertPrints(
  shell: string,
  command: (file: string, script: string) => readonly [string, ...string[]],
  segments: readonly Segment[],
  values: readonly string[],
): void {
  const bound = bindScript(segments.map(({ script }) => script).join('\n'), shell);
  deepEqual(bound.faults, []);
  const env: Record<string, string> = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' };
  for (const { name, expression } of bound.variables) {
    env[name] = values[Number(expression.replace('values.', ''))] ?? '';
  }
  const folder = mkdtempSync(join(tmpdir(), 'flow-script-'));
  try {
    const file = join(folder, 'script');
    writeFileSync(file, bound.script);
    const [program, ...args] = command(file, bound.script);
    const result = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
    equal(result.error, undefined);
    const printed = result.stdout.split('\0');
    deepEqual(
      segments.map(({ script }, i) => ({ script, prints: printed[i] ?? '' })),
      segments,
      result.stderr,
    );
    equal(printed.length, segments.length + 1);
    equal(result.status, 0);
    deepEqual(readdirSync(folder), ['script']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
