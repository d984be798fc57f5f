import assert from 'node:assert/strict';
import { cursorAt } from '../../../../src/language/cursor/cursor.ts';
import { cursorIn } from '../support/cursor.ts';

/** `path | role | word`, and `flow` where it is inside brackets. */
function drawn(marked: string): string {
  const { text, offset } = cursorIn(marked);
  const { path, role, word, flow } = cursorAt(text, offset);
  return `${path.join('.')} | ${role} | ${text.slice(word.start, word.end)}${flow ? ' | flow' : ''}`;
}

describe('the cursor', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['│', ' | key | '],
    ['\n│', ' | key | '],
    ['\n\n  │', ' | key | '],
    ['na│', ' | key | na'],
    ['na│me: x', ' | key | name'],
    ['name: x│', 'name | value | x'],
    ['name:│', 'name | value | '],
    ['name: │  ', 'name | value | '],
    ['tasks:\n  │', 'tasks | key | '],
    ['tasks:\n  a:\n│', ' | key | '],
    ['tasks:\n  a:\n    │', 'tasks.a | key | '],
    ['tasks:\n  a:\n    run: x\n    │', 'tasks.a | key | '],
    ['tasks:\n  a:\n    run: x\n\n    # why\n    │\n  b:', 'tasks.a | key | '],
    ['tasks:\n  a:\n    run: x\n  │', 'tasks | key | '],
    ['tasks:\n  a:\n    needs: b│', 'tasks.a.needs | value | b'],
    ['tasks:\n  a:\n    needs:\n      │', 'tasks.a.needs | key | '],
    ['tasks:\n  a:\n    needs:\n      - │', 'tasks.a.needs | item | '],
    ['tasks:\n  a:\n    needs:\n      - b\n      - c│', 'tasks.a.needs | item | c'],
    ['tasks:\n  a:\n    needs:\n    - b\n    - │', 'tasks.a.needs | item | '],
    ['tasks:\n  a:\n    needs: [│', 'tasks.a.needs | item |  | flow'],
    ['tasks:\n  a:\n    needs: [b, c│]', 'tasks.a.needs | item | c | flow'],
    ['tasks:\n  a:\n    needs: [b,\n      │', 'tasks.a.needs | item |  | flow'],
    ['tasks:\n  a:\n    needs: [b]│', 'tasks.a.needs | text | '],
    ['tasks:\n  a: &x { run: x, │', 'tasks.a | key |  | flow'],
    ['tasks:\n  a:\n    needs:\n      -│', 'tasks.a.needs | item | '],
    ['tasks:\n  a: { │', 'tasks.a | key |  | flow'],
    ['tasks:\n  a: { run: x, ne│ }', 'tasks.a | key | ne | flow'],
    ['tasks:\n  a: { run: "x, {", needs: │ }', 'tasks.a.needs | value |  | flow'],
    ["tasks:\n  a: { run: 'it''s [', needs: [│", 'tasks.a.needs | item |  | flow'],
    ['tasks:\n  a: { run: ${{ x }}, needs: │ }', 'tasks.a.needs | value |  | flow'],
    ['tasks:\n  a: { env: { "A": │ } }', 'tasks.a.env.A | value |  | flow'],
    ['inputs:\n  a:\n    { type: number,\n      │', 'inputs.a | key |  | flow'],
    ['tasks:\n  a:\n    run: |\n      │', 'tasks.a.run | text | '],
    ['tasks:\n  a:\n    run: |\n      if x: y\n        │', 'tasks.a.run | text | '],
    ['tasks:\n  a:\n    run: >- # why\n      key: │', 'tasks.a.run | text | '],
    ['tasks:\n  a:\n    run: |\n      x\n    │', 'tasks.a | key | '],
    ['tasks:\n  a:\n    run: one\n      │', 'tasks.a.run | text | '],
    ['retry_policy:\n  retry_on:\n    - exit_code: [│', 'retry_policy.retry_on.exit_code | item |  | flow'],
    ['retry_policy:\n  retry_on:\n    - exit_code: 1\n      │', 'retry_policy.retry_on | key | '],
    ['"tasks":\n  \'a\':\n    │', 'tasks.a | key | '],
    ['tasks:\r\n  a:\r\n    │\r\n', 'tasks.a | key | '],
    ['a: b\n---\ntasks:\n  │', 'tasks | key | '],
  ];
  for (const [marked, expected] of cases) {
    it(JSON.stringify(marked), () => assert.equal(drawn(marked), expected));
  }
});
