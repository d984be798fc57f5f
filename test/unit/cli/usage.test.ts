import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { commandUsage, usage } from '../../../src/cli/usage.ts';

const reference = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

describe('usage', () => {
  it('shows every command in one synopsis each', () => {
    const text = usage();
    assert.match(
      text,
      /flow run FILE \[--input NAME=VALUE\]… \[--max-concurrent-tasks N\] \[--task ID\]… \[--events FILE\] \[--report FILE\]\n/,
    );
    assert.match(text, /flow validate FILE… \[--format text\|json\]\n/);
    assert.match(text, /flow graph FILE \[--format text\|json\|mermaid\|dot\|svg\]\n/);
  });

  for (const command of COMMANDS) {
    it(`explains every option of ${command.name}, as the reference does`, () => {
      const text = commandUsage(command);
      for (const name of Object.keys(command.options)) {
        assert.ok(text.includes(`  --${name} `), name);
        assert.ok(reference.includes(`--${name}`), name);
      }
      const synopsis = text.split('\n').find((line) => line.startsWith('Usage: '));
      assert.ok(reference.includes(`\n${synopsis?.replace('Usage: ', '')}\n`), synopsis);
    });
  }
});
