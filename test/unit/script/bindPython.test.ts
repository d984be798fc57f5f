import { bindScript } from '../../../src/script/bindScript.ts';
import { assertBinds, assertFaults } from './support/table.ts';

/** A table in which `#1` stands for what reads variable 1. */
function assertPython(table: readonly (readonly [string, string])[]): void {
  assertBinds(
    'python',
    table.map(([script, bound]) => [script, bound.replaceAll(/#(\d)/g, '__import__("os").environ["@$1"]')] as const),
  );
}
