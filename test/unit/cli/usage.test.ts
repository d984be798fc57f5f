import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { synopsisOf } from '../../../src/cli/synopsis.ts';
import { commandUsage, usage } from '../../../src/cli/usage.ts';

const reference = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

describe('usage', () => {
  it('shows every command in one line each', () => {
    const text = usage();
    for (const command of COMMANDS) {
      const line = text.split('\n').find((each) => each.startsWith(`  ${synopsisOf(command)} `));
      assert.ok(line?.endsWith(`  ${command.summary}`), command.name);
    }
    assert.match(text, /\n {2}flow validate FILE… /);
  });

  for (const command of COMMANDS) {
    it(`explains every option of ${command.name}, as the reference does`, () => {
      const text = commandUsage(command);
      for (const name of Object.keys(command.options)) {
        assert.ok(text.includes(`\n  --${name} `), name);
        assert.ok(reference.includes(`--${name}`), name);
      }
      const synopsis = text.split('\n').find((line) => line.startsWith('Usage: '));
      assert.ok(reference.includes(`\n${synopsis?.replace('Usage: ', '')}\n`), synopsis);
    });
  }
});
