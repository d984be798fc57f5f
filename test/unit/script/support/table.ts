import { deepEqual, equal } from 'node:assert/strict';
import { bindScript } from '../../../../src/script/bindScript.ts';

/** Asserts a table of scripts and what they become. `@x` stands for `${{ x }}`, `@1` for the name of a variable. */
export function assertBinds(shell: string | undefined, table: readonly (readonly [string, string])[]): void {
  const actual = table.map(([script]) => {
    const bound = bindScript(expanded(script), shell);
    deepEqual(bound.faults, [], script);
    return [script, bound.script.replaceAll('FLOW_EXPR_', '@')];
  });
  deepEqual(actual, table);
}

/** Asserts that each script has one fault, at its first expression, whose message begins like this. */
export function assertFaults(shell: string | undefined, message: string, scripts: readonly string[]): void {
  for (const script of scripts) {
    const text = expanded(script);
    const { faults } = bindScript(text, shell);
    deepEqual(
      faults.map((fault) => text.slice(fault.range.start, fault.range.end)),
      [/\$\{\{ \w+ \}\}/.exec(text)?.[0]],
      script,
    );
    equal(faults[0]?.message.slice(0, message.length), message, script);
  }
}

function expanded(script: string): string {
  return script.replaceAll(/@([a-z])/g, '${{ $1 }}');
}
