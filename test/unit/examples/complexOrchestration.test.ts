import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { load } from './support/load.ts';

type Outputs = Record<string, unknown>;
type Needs = Record<string, { state: string; outputs: Outputs }>;
interface Module {
  default(task: { with: Outputs; needs: Needs; env: Outputs; log(line: string): void }): Promise<Outputs>;
}

const analyze = await load<Module>('complex-orchestration/analyze.mjs');
const trainRegressor = await load<Module>('complex-orchestration/trainRegressor.mjs');
const ensemble = await load<Module>('complex-orchestration/ensemble.mjs');

/** Carries out the example's tasks one by one, as its workflow does, with all files in one folder. */
async function carryOut(folder: string, seed: string, threshold = 0.9): Promise<Needs> {
  const done: Needs = {};
  const env = { SEED: seed, BUILD_DIR: folder };
  const file = (name: string) => join(folder, name);

  const run = async (task: string, script: string, ...args: string[]) => {
    const output = file(`${task}.output`);
    await writeFile(file('needs'), JSON.stringify(done));
    await promisify(execFile)(process.execPath, [scriptPath(script), ...args], {
      env: { ...process.env, ...env, FLOW_OUTPUT: output, FLOW_NEEDS: file('needs') },
    });
    done[task] = { state: 'completed', outputs: JSON.parse(await readFile(output, 'utf8')) };
    await Promise.all([rm(output), rm(file('needs'))]);
  };
  const call = async (task: string, module: Module, options: Outputs) => {
    const outputs = await module.default({ with: options, needs: done, env, log: () => {} });
    done[task] = { state: 'completed', outputs: JSON.parse(JSON.stringify(outputs)) };
  };

  await run('generate_wave', 'generateWave.mjs', '1000');
  await run('generate_scores', 'generateScores.mjs', '800');
  await run('generate_sensors', 'generateSensors.mjs', '1200');
  await call('analyze', analyze, {
    wave: file('wave.csv'),
    scores: file('scores.csv'),
    sensors: file('sensors.csv'),
    quality_threshold: threshold,
    minimum_rows: 100,
  });
  if (outputsOf(done, 'analyze')['ml_ready'] === true) {
    await run('train_classifier', 'trainClassifier.mjs', file('scores.usable.csv'));
    await call('train_regressor', trainRegressor, { file: file('wave.usable.csv') });
    await call('ensemble', ensemble, {});
  } else {
    for (const task of ['train_classifier', 'train_regressor', 'ensemble']) {
      done[task] = { state: 'skipped', outputs: {} };
    }
  }
  await run('report', 'report.mjs');
  return done;
}

const scriptPath = (script: string) =>
  fileURLToPath(new URL(`../../../examples/complex-orchestration/${script}`, import.meta.url));

function outputsOf(done: Needs, task: string): Outputs {
  const result = done[task];
  assert.ok(result, `${task} was not carried out`);
  return result.outputs;
}

/** A number deep inside outputs: `numberAt(outputs, 'blend', 'rmse')`. */
function numberAt(outputs: unknown, ...path: string[]): number {
  const value = path.reduce<unknown>((inner, key) => (inner as Outputs)[key], outputs);
  assert.equal(typeof value, 'number', `${path.join('.')} is ${value}`);
  return Number(value);
}

async function readAll(folder: string) {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

describe('examples: complex-orchestration', function () {
  this.timeout(60_000);
  const folders: string[] = [];
  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'flow-example-'));
    folders.push(folder);
    return folder;
  };
  let folder: string;
  let done: Needs;
  before(async () => {
    folder = await newFolder();
    done = await carryOut(folder, '42');
  });
  after(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))));

  it('makes data that is good enough, learns from it, and reports', async () => {
    assert.equal(numberAt(outputsOf(done, 'generate_wave'), 'rows'), 1000);
    assert.equal(numberAt(outputsOf(done, 'generate_scores'), 'rows'), 800);
    assert.equal(numberAt(outputsOf(done, 'generate_sensors'), 'rows'), 1200);

    // Always saying the most frequent category would be right for fewer than half of the students.
    assert.ok(numberAt(outputsOf(done, 'train_classifier'), 'f1') > 0.75);
    assert.ok(numberAt(outputsOf(done, 'train_regressor'), 'rhythm', 'cv_r2') > 0.85);
    assert.ok(numberAt(outputsOf(done, 'analyze'), 'anomalies', 'recall') > 0.8);

    const { regressor } = outputsOf(done, 'ensemble');
    const blend = numberAt(regressor, 'blend', 'rmse');
    assert.ok(blend < numberAt(regressor, 'rhythm', 'rmse') && blend < numberAt(regressor, 'recent', 'rmse'));

    const report = await readFile(join(folder, 'report.md'), 'utf8');
    assert.match(report, /ready for training/);
    assert.doesNotMatch(report, /NaN|undefined|null|Infinity/);
  });

  it('gives the same files for the same seed', async () => {
    const again = await newFolder();
    await carryOut(again, '42');
    assert.deepEqual(await readAll(again), await readAll(folder));
  });

  it('trains nothing on data that is not good enough, and says why', async () => {
    const other = await newFolder();
    const refused = await carryOut(other, '43', 0.99);
    assert.equal(outputsOf(refused, 'analyze')['ml_ready'], false);
    assert.equal(outputsOf(refused, 'report')['trained'], false);
    const files = await readAll(other);
    assert.match(files['report.md'] ?? '', /not ready.*sensors: quality 0\.9\d+ is below 0\.99/);
    assert.notEqual(files['wave.csv'], (await readAll(folder))['wave.csv'], 'another seed, other data');
  });
});
