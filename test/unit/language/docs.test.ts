import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import type { FilePlace } from '../../../src/language/nested/workflowFiles.ts';
import { CACHE_SCHEMA } from '../../../src/language/schema/cacheSchema.ts';
import { INPUT_SCHEMA } from '../../../src/language/schema/inputSchema.ts';
import { POOL_SCHEMA } from '../../../src/language/schema/poolSchema.ts';
import { RETRY_POLICY_SCHEMA } from '../../../src/language/schema/retryPolicySchema.ts';
import { KINDS, kindsFor } from '../../../src/language/schema/taskKinds.ts';
import { TASK_SCHEMA } from '../../../src/language/schema/taskSchema.ts';
import { WORKFLOW_SCHEMA } from '../../../src/language/schema/workflowSchema.ts';
import type { MapSchema } from '../../../src/language/schema.ts';
import { DEFAULT_SEVERITIES } from '../../../src/model/diagnostic.ts';
import type { TaskKind } from '../../../src/model/workflow.ts';
import { filesOf } from './support/files.ts';
import { placeAmongFiles } from './support/machine.ts';

const DOCS = join(import.meta.dirname, '..', '..', '..', 'docs');
const FORMAT = readFileSync(join(DOCS, 'format.md'), 'utf8');
const DIAGNOSTICS = readFileSync(join(DOCS, 'diagnostics.md'), 'utf8');

function yamlBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
}

/** A block that begins with the name of a file is that file, beside the others. */
function fileName(block: string): string | undefined {
  return /^# (\S+\.flow\.yaml)\n/.exec(block)?.[1];
}

function placeAmong(blocks: readonly string[]): FilePlace {
  const texts = blocks.flatMap((block) => {
    const name = fileName(block);
    return name === undefined ? [] : [[name, block] as const];
  });
  return placeAmongFiles(filesOf(Object.fromEntries(texts)).place('docs.flow.yaml'));
}

describe('docs/format.md', () => {
  const schemas = [
    WORKFLOW_SCHEMA,
    TASK_SCHEMA,
    RETRY_POLICY_SCHEMA,
    INPUT_SCHEMA,
    POOL_SCHEMA,
    CACHE_SCHEMA,
  ];
  for (const schema of schemas) {
    it(`has a row for each key of ${schema.name}`, () => {
      for (const { name } of schema.keys) assert.match(FORMAT, new RegExp(`^\\|[^|]*\`${name}\``, 'm'), name);
    });
  }

  it('has only examples without a fault', () => {
    const examples = yamlBlocks(FORMAT);
    assert.ok(examples.length >= 8);
    for (const example of examples) {
      const text = /^tasks:/m.test(example) ? example : `${example}tasks: { a: { run: x } }\n`;
      assert.deepEqual(analyze(text, placeAmong(examples)).diagnostics, [], example);
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
    assert.deepEqual([...sections.keys()].sort(), Object.keys(DEFAULT_SEVERITIES).sort());
  });

  it('tells the default severity of each code, in the order of its sections', () => {
    const rows = [...DIAGNOSTICS.matchAll(/^\| \[`([\w-]+)`\]\(#([\w-]+)\) *\| (\w+) *\|/gm)];
    assert.deepEqual(
      rows.map(([, code]) => code),
      [...sections.keys()],
    );
    for (const [, code = '', anchor, severity] of rows) {
      assert.equal(anchor, code);
      assert.equal(severity, Object.entries(DEFAULT_SEVERITIES).find(([each]) => each === code)?.[1], code);
    }
  });

  for (const [code, section] of sections) {
    it(`${code}: the first example has this fault, the second none`, () => {
      const blocks = yamlBlocks(section);
      const place = placeAmong(blocks);
      const [wrong = '', right = ''] = blocks.filter((block) => fileName(block) === undefined);
      const found = analyze(wrong, place).diagnostics;
      assert.ok(
        found.some((diagnostic) => diagnostic.code === code),
        wrong,
      );
      assert.deepEqual(analyze(right, place).diagnostics, [], right);
    });
  }
});

const KIND_LINES: Readonly<Record<TaskKind, string>> = {
  run: 'run: x',
  module: 'module: a.mjs',
  workflow: 'workflow: ./publish.flow.yaml',
  approval: 'approval: Sure?',
};

const PUBLISH = filesOf({ 'publish.flow.yaml': 'tasks: { a: { run: x } }' }).place('docs.flow.yaml');

describe('the schema’s own examples', () => {
  const around: readonly (readonly [MapSchema, (lines: string, name: string) => string])[] = [
    [WORKFLOW_SCHEMA, (lines, name) => (name === 'tasks' ? lines : `${lines}\ntasks: { a: { run: x } }`)],
    [RETRY_POLICY_SCHEMA, (lines) => `retry_policy:\n${indented(lines, 2)}\ntasks: { a: { run: x } }`],
    [INPUT_SCHEMA, inputFile],
    [TASK_SCHEMA, taskFile],
    [POOL_SCHEMA, (lines) => `pools:\n  a:\n${indented(lines, 4)}\ntasks: { a: { run: x, pool: a } }`],
    [CACHE_SCHEMA, (lines) => `tasks:\n  a:\n    run: x\n    cache:\n${indented(lines, 6)}`],
  ];
  for (const [schema, file] of around) {
    for (const { name, examples } of schema.keys) {
      it(`of ${name} in ${schema.name} have no fault`, () => {
        assert.ok(examples.length > 0);
        for (const example of examples) {
          const analysis = analyze(file(example, name), PUBLISH);
          // What is declared is of no use yet where nothing else stands.
          const faults = analysis.diagnostics.filter(({ severity }) => severity !== 'info');
          assert.deepEqual(faults, [], analysis.text);
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
    const isKind = KINDS.some(({ kind }) => kind === name);
    const kind = isKind ? '' : `\n    ${KIND_LINES[kindsFor(name)?.[0] ?? 'run']}`;
    const needs = name === 'if' || name === 'matrix' ? '\n    needs: analyze' : '';
    const timeout = name === 'default' ? '\n    timeout: 1h' : '';
    const others = ['build', 'test', 'analyze'].map((id) => `\n  ${id}: { run: x }`).join('');
    const top = 'inputs: { rows: { default: 1 } }\npools: { gpu: 1 }\ntasks:\n  t:\n';
    return `${top}${indented(lines, 4)}${kind}${needs}${timeout}${others}\n`;
  }

  function indented(lines: string, depth: number): string {
    return lines.replace(/^/gm, ' '.repeat(depth));
  }
});
