import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dot } from '../../../src/drawing/dot.ts';
import { graphJson } from '../../../src/drawing/graphJson.ts';
import { mermaid } from '../../../src/drawing/mermaid.ts';
import type { Scene } from '../../../src/drawing/scene.ts';
import { sceneOfRun } from '../../../src/drawing/scene.ts';
import { svg } from '../../../src/drawing/svg.ts';
import { text } from '../../../src/drawing/text.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { failedRelease } from '../report/support/release.ts';
import { story } from '../report/support/story.ts';
import { sceneOfNeeds, sceneOfText } from './support/scenes.ts';

const DIAMOND = sceneOfText(`name: diamond
tasks:
  split: { description: "Cut into two", run: echo }
  left: { needs: split, run: echo }
  right: { needs: split, module: ./right.mjs }
  join: { needs: [left, right], run: echo }
`);
const CYCLE = sceneOfNeeds({ a: ['b', 'free'], b: ['a'], after: ['b'], free: ['nobody'] });
const HOSTILE: Scene = {
  name: 'a "b" \\ <c>\n& \u001b[31m',
  tasks: ['end', 'x]-->y', '"', '</text><script>', 'a_b', 'a-b', 'back\\slash', '', '\0'].map((id) => ({
    id,
    description: id,
    needs: [],
    missing: [],
    stage: 0,
  })),
  cycles: [],
};

const RELEASE = sceneOfRun(failedRelease().run);
const FOLDED = sceneOfText(`tasks:
  train: { run: echo, matrix: { model: [a, b] } }
  approve: { needs: train, approval: Publish? }
  publish: { needs: approve, workflow: ./publish.flow.yaml }
finally:
  clean: { run: echo }
`);

describe('graph as text', () => {
  it('has what tasks turned into below them, and finally last', () => {
    assert.equal(
      text(RELEASE),
      `release: 6 tasks in 5 stages

Stage 1
  wave             completed · reused

Stage 2
  analyze          completed · cached, 12.3 s saved · needs wave

Stage 3
  train            completed · 400 ms · needs analyze · 2/2 instances
    [model=ridge]  completed · 400 ms
    [model=bayes]  completed · 300 ms

Stage 4
  approve          completed · needs train · asks a person · approved by ana (editor) after 1.00 s: looks good

Stage 5
  publish          failed · 400 ms · needs approve · publish/upload failed
    build          completed · 200 ms
    upload         failed · 100 ms · needs build · exit code 7
    sweep          completed · 100 ms

finally
  clean            completed · 100 ms
`,
    );
  });

  it('says what a task will turn into', () => {
    assert.match(text(FOLDED), /^ {2}train {4}×2$/m);
    assert.match(text(FOLDED), /^ {2}publish {2}needs approve · runs a workflow$/m);
  });

  it('lists stages, tasks and what they need', () => {
    assert.equal(
      text(DIAMOND),
      `diamond: 4 tasks in 3 stages

Stage 1
  split  Cut into two

Stage 2
  left   needs split
  right  needs split

Stage 3
  join   needs left, right
`,
    );
  });

  it('tells what can never start, and why', () => {
    assert.equal(
      text(CYCLE),
      `Workflow: 4 tasks in 1 stage

Stage 1
  free   needs unknown nobody

Can never start
  a      needs b, free · in a cycle
  b      needs a · in a cycle
  after  needs b

Cycles
  a → b → a
`,
    );
  });

  it('tells how a run went', () => {
    const told = story(planOf({ a: [] }))
      .start(0, 'a')
      .fail(250, 'a', { reason: 'exit_code', code: 2 });
    assert.match(text(sceneOfRun(told.run)), /^ {2}a {2}failed · 250 ms · exit code 2$/m);
  });

  it('lets no one write into the terminal', () => {
    assert.doesNotMatch(text(HOSTILE), /[^\P{Cc}\n]/u);
  });

  it('is short about an empty workflow', () => {
    assert.equal(text({ tasks: [], cycles: [] }), 'Workflow: no tasks\n');
  });
});

describe('graph as JSON', () => {
  it('has ids, needs and stages', () => {
    assert.deepEqual(JSON.parse(graphJson(DIAMOND)), {
      name: 'diamond',
      tasks: [
        { id: 'split', needs: [], stage: 0, kind: 'run', description: 'Cut into two' },
        { id: 'left', needs: ['split'], stage: 1, kind: 'run' },
        { id: 'right', needs: ['split'], stage: 1, kind: 'module' },
        { id: 'join', needs: ['left', 'right'], stage: 2, kind: 'run' },
      ],
      cycles: [],
    });
  });

  it('gives no stage where there is none, and says what is missing', () => {
    const { tasks, cycles } = JSON.parse(graphJson(CYCLE));
    assert.deepEqual(
      tasks.map(({ id, stage }: { id: string; stage: unknown }) => [id, stage]),
      [
        ['a', null],
        ['b', null],
        ['after', null],
        ['free', 0],
      ],
    );
    assert.deepEqual(tasks[3].missing, ['nobody']);
    assert.deepEqual(cycles, [['a', 'b']]);
  });
});

describe('graph as JSON of a run', () => {
  it('has what tasks turned into inside of them', () => {
    const { tasks } = JSON.parse(graphJson(RELEASE));
    const { of, tasks: parts } = tasks[4].inside;
    assert.equal(of, 'workflow');
    assert.deepEqual(parts[1], {
      id: 'publish/upload',
      needs: ['publish/build'],
      stage: 1,
      kind: 'run',
      state: 'failed',
    });
    assert.equal(parts[2].finally, true);
    assert.equal(JSON.parse(graphJson(FOLDED)).tasks[0].times, 2);
  });
});

describe('graph as Mermaid', () => {
  it('boxes what tasks turned into, and finally', () => {
    assert.equal(
      mermaid(RELEASE).split('flowchart LR\n')[1],
      `  wave["wave"]
  analyze["analyze"]
  subgraph train["train"]
    train_model_ridge_["#91;model#61;ridge#93;"]
    train_model_bayes_["#91;model#61;bayes#93;"]
  end
  approve{{"approve"}}
  subgraph publish["publish"]
    publish_build["build"]
    publish_upload["upload"]
    subgraph publish_finally["finally"]
      publish_sweep["sweep"]
    end
  end
  subgraph finally_["finally"]
    clean["clean"]
  end
  wave --> analyze
  analyze --> train
  train --> approve
  approve --> publish
  publish_build --> publish_upload
`,
    );
  });

  it('folds what a file alone can’t tell', () => {
    assert.match(mermaid(FOLDED), /^ {2}train\["train ×2"\]$/m);
    assert.match(mermaid(FOLDED), /^ {2}publish\[\["publish"\]\]$/m);
  });

  it('is a flowchart', () => {
    assert.equal(
      mermaid(DIAMOND),
      `---
title: "diamond"
---
flowchart LR
  split["split"]
  left["left"]
  right["right"]
  join["join"]
  split --> left
  split --> right
  left --> join
  right --> join
`,
    );
  });

  it('dashes cycles red', () => {
    const drawn = mermaid(CYCLE, 'down');
    assert.match(drawn, /^flowchart TD$/m);
    assert.match(drawn, /^ {2}b -\.-> a$/m);
    assert.match(drawn, /^ {2}free --> a$/m);
    assert.match(drawn, /^ {2}class a,b cyclic$/m);
    assert.match(drawn, /^ {2}linkStyle 0,2 stroke:#c72e0f$/m);
  });

  it('gives every task a name of its own that Mermaid takes, and its id as an escaped label', () => {
    const nodes = mermaid(HOSTILE).split('flowchart LR\n')[1] ?? '';
    assert.equal(
      nodes,
      `  _end["end"]
  x____y["x#93;--#62;y"]
  __["#34;"]
  ___text__script_["#60;#47;text#62;#60;script#62;"]
  a_b["a_b"]
  a_b_["a-b"]
  back_slash["back#92;slash"]
  _[" "]
  ___["#0;"]
`,
    );
  });
});

describe('graph as DOT', () => {
  it('clusters what tasks turned into, and finally', () => {
    const drawn = dot(RELEASE);
    assert.match(
      drawn,
      /^ {2}subgraph "cluster publish" \{\n(?: {4}.*\n)* {4}"publish";\n {4}"publish\/build" \[label="build"\];\n/m,
    );
    assert.match(drawn, /^ {4}subgraph "cluster publish finally" \{\n {6}label="finally";\n/m);
    assert.match(drawn, /^ {2}"publish\/build" -> "publish\/upload";$/m);
    assert.match(dot(FOLDED), /^ {2}"train" \[label="train ×2"\];$/m);
    assert.match(dot(FOLDED), /^ {2}"publish" \[peripheries="2"\];$/m);
  });

  it('is a digraph', () => {
    assert.equal(
      dot(DIAMOND),
      `digraph "diamond" {
  rankdir=LR;
  node [shape=box, style=rounded, fontname="sans-serif"];
  "split" [tooltip="Cut into two"];
  "left";
  "right";
  "join";
  "split" -> "left";
  "split" -> "right";
  "left" -> "join";
  "right" -> "join";
}
`,
    );
  });

  it('dashes cycles red', () => {
    assert.match(dot(CYCLE, 'down'), /^ {2}"b" -> "a" \[color="#c72e0f", style="dashed"\];$/m);
    assert.match(dot(CYCLE), /^ {2}"free" -> "a";$/m);
  });

  it('escapes', () => {
    const drawn = dot(HOSTILE);
    assert.match(drawn, /^digraph "a \\"b\\" \\\\ <c>\\n&amp; /);
    assert.match(drawn, /^ {2}"back\\\\slash"/m);
    assert.match(drawn, /^ {2}"\\"" \[tooltip="\\""\];$/m);
  });
});

describe('graph as SVG', () => {
  it('draws every task and need', () => {
    const drawn = svg(DIAMOND);
    assert.match(drawn, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
    assert.equal(drawn.match(/<g class="node"/g)?.length, 4);
    assert.equal(drawn.match(/<path class="edge"/g)?.length, 4);
    assert.equal(drawn.match(/>Stage \d</g)?.length, 3);
    for (const { id } of DIAMOND.tasks)
      assert.match(drawn, new RegExp(`<text class="name"[^>]*>${id}</text>`));
  });

  it('frames what tasks turned into, and parts finally off', () => {
    const drawn = svg(RELEASE);
    assert.equal(drawn.match(/<rect class="frame (completed|failed)"/g)?.length, 2);
    assert.equal(drawn.match(/<g class="node header /g)?.length, 2);
    assert.equal(drawn.match(/<g class="node chip completed"/g)?.length, 2);
    assert.equal(drawn.match(/<path class="border"/g)?.length, 2);
    assert.equal(drawn.match(/<path class="edge"/g)?.length, 5);
    assert.match(drawn, />model=ridge<\/text>/);
    assert.equal(svg(FOLDED).match(/<path class="mark"/g)?.length, 2);
  });

  it('draws how far a task is', () => {
    const told = story(planOf({ a: [] }))
      .start(0, 'a')
      .progress(1, 'a', 0.5);
    const bars = [...svg(sceneOfRun(told.run)).matchAll(/<rect class="(track|bar)"[^>]* width="([\d.]+)"/g)];
    const [track, bar] = bars.map(([, , width]) => Number(width));
    assert.equal(bar, (track ?? 0) / 2);
  });

  it('marks cycles and leaves stages out', () => {
    const drawn = svg(CYCLE);
    assert.equal(drawn.match(/<path class="edge cyclic"/g)?.length, 2);
    assert.equal(drawn.match(/<g class="node cyclic fault"/g)?.length, 2);
    assert.doesNotMatch(drawn, />Stage/);
  });

  it('lets nothing that an author writes become markup', () => {
    const drawn = svg(HOSTILE);
    assert.doesNotMatch(drawn, /<script|<c>|[^\P{Cc}\n]/u);
    assert.match(drawn, /&#60;\/text&#62;&#60;script&#62;/);
  });

  it('is a drawing, if an empty one, without tasks', () => {
    assert.match(svg({ tasks: [], cycles: [] }), /No tasks yet<\/text>\n<\/svg>\n$/);
  });
});
