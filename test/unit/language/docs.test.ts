import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import { INPUT_SCHEMA } from '../../../src/language/schema/inputSchema.ts';
import { RETRY_POLICY_SCHEMA } from '../../../src/language/schema/retryPolicySchema.ts';
import { TASK_SCHEMA } from '../../../src/language/schema/taskSchema.ts';
import { WORKFLOW_SCHEMA } from '../../../src/language/schema/workflowSchema.ts';
import type { MapSchema } from '../../../src/language/schema.ts';
import type { DiagnosticCode } from '../../../src/model/diagnostic.ts';

const DOCS = join(import.meta.dirname, '..', '..', '..', 'docs');
const FORMAT = readFileSync(join(DOCS, 'format.md'), 'utf8');
const DIAGNOSTICS = readFileSync(join(DOCS, 'diagnostics.md'), 'utf8');

/** Every code, since a code that is missing here is a type error. */
const CODES: Readonly<Record<DiagnosticCode, true>> = {
  syntax: true,
  'wrong-type': true,
  'invalid-value': true,
  'unknown-key': true,
  'duplicate-key': true,
  'missing-key': true,
  'duplicate-task': true,
  'task-id': true,
  'task-kind': true,
  'unknown-task': true,
  'self-need': true,
  'duplicate-need': true,
  cycle: true,
  'missing-need': true,
  duration: true,
  expression: true,
  'unknown-name': true,
  injection: true,
};

function yamlBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
}

describe('docs/format.md', () => {
  for (const schema of [WORKFLOW_SCHEMA, TASK_SCHEMA, RETRY_POLICY_SCHEMA, INPUT_SCHEMA]) {
    it(`has a row for each key of ${schema.name}`, () => {
      for (const { name } of schema.keys) assert.match(FORMAT, new RegExp(`^\\|[^|]*\`${name}\``, 'm'), name);
    });
  }

  it('has only examples without a fault', () => {
    const examples = yamlBlocks(FORMAT);
    assert.ok(examples.length >= 8);
    for (const example of examples) {
      const text = /^tasks:/m.test(example) ? example : `${example}tasks: { a: { run: x } }\n`;
      assert.deepEqual(analyze(text).diagnostics, [], example);
    }
  });

  it('has no link to a heading that isn’t there', () => {
    const anchors = (markdown: string): readonly string[] =>
      [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
    for (const [page, other, otherName] of [
      [FORMAT, DIAGNOSTICS, 'diagnostics.md'],
      [DIAGNOSTICS, FORMAT, 'format.md'],
    ] as const) {
      for (const [, file = '', anchor = ''] of page.matchAll(/\]\(([\w.]*)#([\w-]+)\)/g)) {
        assert.ok(file === '' || file === otherName, file);
        assert.ok(anchors(file === '' ? page : other).includes(anchor), `${file}#${anchor}`);
      }
    }
  });
});

describe('docs/diagnostics.md', () => {
  const sections = new Map(
    DIAGNOSTICS.split(/^## /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section]),
  );

  it('has a section for each code, and no other', () => {
    assert.deepEqual([...sections.keys()].sort(), Object.keys(CODES).sort());
  });

  for (const [code, section] of sections) {
    it(`${code}: the first example has this fault, the second none`, () => {
      const [wrong = '', right = ''] = yamlBlocks(section);
      const found = analyze(wrong).diagnostics;
      assert.ok(
        found.some((diagnostic) => diagnostic.code === code),
        wrong,
      );
      assert.deepEqual(analyze(right).diagnostics, [], right);
    });
  }
});

describe('the schema’s own examples', () => {
  const around: readonly (readonly [MapSchema, (lines: string, name: string) => string])[] = [
    [WORKFLOW_SCHEMA, (lines, name) => (name === 'tasks' ? lines : `${lines}\ntasks: { a: { run: x } }`)],
    [RETRY_POLICY_SCHEMA, (lines) => `retry_policy:\n${indented(lines, 2)}\ntasks: { a: { run: x } }`],
    [INPUT_SCHEMA, inputFile],
    [TASK_SCHEMA, taskFile],
  ];
  for (const [schema, file] of around) {
    for (const { name, examples } of schema.keys) {
      it(`of ${name} in ${schema.name} have no fault`, () => {
        assert.ok(examples.length > 0);
        for (const example of examples) {
          const analysis = analyze(file(example, name));
          assert.deepEqual(analysis.diagnostics, [], analysis.text);
          assert.ok(makePlan(analysis, { file: 'a', folder: '.', parallelism: 1 }) !== undefined);
        }
      });
    }
  }

  function inputFile(lines: string, name: string): string {
    const type = { options: 'choice', minimum: 'number', maximum: 'number', default: 'number' }[name];
    const rest = type === undefined || name === 'type' ? '' : `\n    type: ${type}`;
    return `inputs:\n  a:\n${indented(lines, 4)}${rest}\ntasks: { a: { run: x } }`;
  }

  function taskFile(lines: string, name: string): string {
    const kind =
      name === 'run' || name === 'module' ? '' : name === 'with' ? '\n    module: a.mjs' : '\n    run: x';
    const needs = name === 'if' ? '\n    needs: analyze' : '';
    const others = ['build', 'test', 'analyze'].map((id) => `\n  ${id}: { run: x }`).join('');
    return `inputs: { rows: {} }\ntasks:\n  t:\n${indented(lines, 4)}${kind}${needs}${others}\n`;
  }

  function indented(lines: string, depth: number): string {
    return lines.replace(/^/gm, ' '.repeat(depth));
  }
});
