import assert from 'node:assert/strict';
import { snapshotOf } from '../../../src/editor/graph/snapshot.ts';
import { analyze } from '../../../src/language/analyze.ts';
import { plannedTask, runOf } from '../rig/runOf.ts';

const base = { label: 'file', analysis: undefined, run: undefined, selected: undefined, refusal: undefined };

describe('what the graph is told', () => {
  const { run } = runOf([plannedTask('a'), plannedTask('gone')]);

  it('is the file as it stands, with the states of the run', () => {
    const analysis = analyze(
      'name: as typed\ntasks:\n  a: { run: exit 0 }\n  b: { needs: a, run: exit 0 }\n',
    );
    const snapshot = snapshotOf({ ...base, analysis, run, selected: 'b' }, 5000);
    assert.equal(snapshot.title, 'as typed');
    assert.deepEqual(
      snapshot.scene.tasks.map(({ id, status }) => [id, status?.state]),
      [
        ['a', 'pending'],
        ['b', undefined],
      ],
    );
    assert.equal(snapshot.selected, 'b');
    assert.equal(snapshot.run?.id, run.id);
    assert.equal(snapshot.cannotRun, undefined);
    assert.equal(snapshot.now, 5000);
  });

  it('holds the cycles of a faulty file, and why it can’t be run', () => {
    const analysis = analyze('tasks:\n  a: { needs: b, run: exit 0 }\n  b: { needs: a, run: exit 0 }\n');
    const snapshot = snapshotOf({ ...base, analysis }, 0);
    assert.equal(snapshot.title, 'file');
    assert.deepEqual(snapshot.scene.cycles, [['a', 'b']]);
    assert.equal(snapshot.cannotRun, 'The workflow has errors.');
  });

  it('is the run alone where the file is gone, and nothing where there is neither', () => {
    const snapshot = snapshotOf({ ...base, run }, 0);
    assert.deepEqual(
      snapshot.scene.tasks.map(({ id }) => id),
      ['a', 'gone'],
    );
    assert.deepEqual(snapshotOf({ ...base, refusal: 'No.' }, 0), {
      type: 'snapshot',
      title: 'file',
      scene: { tasks: [], cycles: [] },
      cannotRun: 'No.',
      now: 0,
    });
  });
});
