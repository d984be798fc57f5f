import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { placeOf } from '../../../src/files/place.ts';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { jsonSchema } from '../../../src/language/jsonSchema.ts';
import { validateJson } from './support/validateJson.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const CASES = join(import.meta.dirname, 'cases');
const SCHEMA = jsonSchema();

const CORPUS = join(import.meta.dirname, 'corpus');
const FILES = [join(ROOT, 'examples'), CORPUS, CASES].flatMap(workflowsIn);

describe('the JSON schema', () => {
  it('is the one that is committed: npm run -s flow -- schema > schemas/flow.schema.json', () => {
    const committed = readFileSync(join(ROOT, 'schemas', 'flow.schema.json'), 'utf8');
    assert.equal(committed, `${JSON.stringify(SCHEMA, undefined, 2)}\n`);
  });

  for (const path of FILES) {
    it(`says of ${path.slice(ROOT.length + 1)} what the rules say`, () => {
      const text = readFileSync(path, 'utf8');
      const analysis = analyze(text, placeOf(path));
      if (analysis.diagnostics.some(({ code }) => code === 'syntax')) return;
      judge(analysis, validateJson(SCHEMA, parsed(text)));
    });
  }

  it('accepts every workflow of the documentation', () => {
    let tried = 0;
    for (const page of ['format.md', 'diagnostics.md']) {
      const markdown = readFileSync(join(ROOT, 'docs', page), 'utf8');
      for (const [, block = ''] of markdown.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)) {
        if (analyze(block).diagnostics.length > 0) continue;
        assert.deepEqual(validateJson(SCHEMA, parsed(block)), [], block);
        tried++;
      }
    }
    assert.ok(tried > 20, String(tried));
  });

  it('says what the rules say wherever a value of a workflow is another, or a key is misspelt', () => {
    const seeds = FILES.map((path) => analyze(readFileSync(path, 'utf8')))
      .filter(({ diagnostics }) => diagnostics.every(({ severity }) => severity !== 'error'))
      .map(({ text }) => parsed(text));
    assert.ok(seeds.length > 10);
    const spoilt = fc.record({
      seed: fc.constantFrom(...seeds),
      way: fc.nat(),
      change: fc.oneof(fc.constant('misspell' as const), fc.record({ value: OTHERS })),
    });
    let refused = 0;
    fc.assert(
      fc.property(spoilt, ({ seed, way, change }) => {
        const value = structuredClone(seed);
        const places = placesIn(value);
        const place = places[way % places.length];
        assert.ok(place !== undefined);
        place(change === 'misspell' ? undefined : change.value);
        // JSON is YAML.
        const faults = validateJson(SCHEMA, value);
        if (faults.length > 0) refused++;
        judge(analyze(JSON.stringify(value)), faults);
      }),
      { numRuns: 1000 },
    );
    assert.ok(refused > 200, String(refused));
  });
});

/** What stands in the wrong place more often than not. */
const OTHERS = fc.constantFrom<unknown>(
  ...[null, true, 0, 1, 2.5, -1, '', 'x', '5m', '${{ inputs.x }}', '!cancelled()', 'timeout'],
  ...[
    [],
    [1],
    ['x'],
    [null],
    [[]],
    [{}],
    {},
    { x: 1 },
    { x: null },
    { x: [1] },
    { x: {} },
    { exit_code: [75] },
  ],
);

/** A schema knows structure; it must know all of that, and refuse nothing that is right. */
function judge({ text, diagnostics }: Analysis, faults: readonly string[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const message = `${text}\n${errors.map((each) => each.message).join('\n')}`;
  if (errors.length === 0) assert.deepEqual(faults, [], message);
  if (errors.some(isStructural)) assert.notDeepEqual(faults, [], message);
}

function isStructural({ code, message }: Analysis['diagnostics'][number]): boolean {
  if (message.includes('Infinity')) return false;
  return code === 'wrong-type' || code === 'unknown-key' || code === 'task-kind' || code === 'task-id';
}

function parsed(text: string): unknown {
  return parse(text, { merge: true, uniqueKeys: false, resolveKnownTags: false, logLevel: 'silent' });
}

function workflowsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.flow.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** For each value inside another: what puts another value there, or, of `undefined`, misspells its key. */
function placesIn(value: unknown): readonly ((value: unknown) => void)[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => [
      (other: unknown) => {
        value[i] = other ?? null;
      },
      ...placesIn(item),
    ]);
  }
  if (typeof value !== 'object' || value === null) return [];
  const map = value as Record<string, unknown>;
  return Object.keys(map).flatMap((key) => [
    (other: unknown) => {
      if (other !== undefined) map[key] = other;
      else {
        map[`${key}s?`] = map[key];
        delete map[key];
      }
    },
    ...placesIn(map[key]),
  ]);
}
