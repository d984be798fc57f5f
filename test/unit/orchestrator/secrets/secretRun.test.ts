import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../../../../src/model/event.ts';
import { spellings } from '../../../../src/orchestrator/secrets/spellings.ts';
import {
  module,
  type RealRun,
  type RealRunOptions,
  removeFolders,
  runTasks,
  script,
} from '../support/realRun.ts';

const TOKEN = 'tøken/with "all" of it+';
/** Too large for an environment. */
const KEY = Array.from({ length: 4000 }, (_, i) => `line ${i} of the key ${'k'.repeat(40)}`).join('\n');

describe('secrets in a run', () => {
  after(removeFolders);

  function start(tasks: Parameters<typeof runTasks>[0], options: RealRunOptions = {}) {
    const run = runTasks(tasks, { secrets: { TOKEN, KEY }, ...options });
    const events: RunEvent[] = [];
    run.live.subscribe((event) => events.push(event));
    return { run, events };
  }

  it('reach the task, and come back in nothing that is told or kept', async () => {
    const { run, events } = start(
      {
        a: script(
          [
            'printf %s "${{ secrets.TOKEN }}" > told # in the workflow’s folder, as the task likes',
            'echo "${{ secrets.TOKEN }}"',
            'printf "t\\303"; printf "\\270ken/with "; sleep 0.01; printf \'"all" of it+ in pieces\\n\'',
            'printf %s "${{ secrets.TOKEN }}" | base64',
            'echo "user:${{ secrets.TOKEN }}" | base64 >&2',
            'echo "plain=${{ secrets.TOKEN }}!" >> "$FLOW_OUTPUT"',
            'exit 3',
          ].join('\n'),
        ),
        b: script(
          'echo "{\\"key ${{ secrets.TOKEN }}\\": [\\"${{ toJSON(secrets.TOKEN) }}\\"], \\"ok\\": true}" >> "$FLOW_OUTPUT"',
        ),
        c: module('throws.mjs'),
        d: { work: { kind: 'run', script: 'true', cwd: 'no/${{ secrets.TOKEN }}' } },
      },
      {
        files: {
          'throws.mjs': `export default () => { throw new Error(${JSON.stringify(`no ${TOKEN}`)}) };`,
        },
      },
    );
    const { tasks } = await run.finished;
    equal(readFileSync(join(run.folder, 'told'), 'utf8'), TOKEN);
    match(run.output('a'), /^\*\*\*\n\*\*\* in pieces\n\*\*\*\n/m);
    equal(tasks.get('a')?.failure?.reason, 'exit_code');
    const failure = tasks.get('c')?.failure;
    equal(failure?.reason === 'error' && failure.message, 'no ***');
    nothingTold(run, events, TOKEN);
  });

  it('are masked in outputs, to their last corner', async () => {
    const { run, events } = start(
      {
        a: script('node write.mjs', { env: { SECRET: '${{ secrets.TOKEN }}' } }),
        b: script('echo "<${{ tasks.a.outputs.text }}>"; cat "$FLOW_NEEDS"', { needs: ['a'] }),
      },
      {
        files: {
          'write.mjs': `import { writeFileSync } from 'node:fs';
          const { SECRET, FLOW_OUTPUT } = process.env;
          writeFileSync(FLOW_OUTPUT, JSON.stringify({ text: 'a ' + SECRET, list: [{ [SECRET]: 1 }], plain: 'plain' }));`,
        },
      },
    );
    const { tasks } = await run.finished;
    deepEqual(tasks.get('a')?.outputs, { text: 'a ***', list: [{ '***': 1 }], plain: 'plain' });
    match(run.output('b'), /^<a \*\*\*>\n/);
    nothingTold(run, events, TOKEN);
  });

  it('leave no file behind where they are too large for an environment, whatever becomes of the task', async () => {
    const { run, events } = start({
      reads: script('printf %s "${{ secrets.KEY }}" | cksum'),
      fails: script('no-such-command "${{ secrets.KEY }}"'),
      plain: script('printf %s "${{ secrets.KEY }}" > key'),
      never: { work: { kind: 'run', script: 'echo "${{ secrets.KEY }}"', shell: './no-such-folder/sh {0}' } },
    });
    const { tasks } = await run.finished;
    equal(tasks.get('reads')?.state, 'completed');
    equal(tasks.get('never')?.failure?.reason, 'spawn');
    equal(readFileSync(join(run.folder, 'key'), 'utf8'), KEY);
    for (const secret of [KEY, 'line 17 of the key']) nothingTold(run, events, secret);
  });
});

/** No spelling of the secret is in an event, or in a file of the run’s folder. */
function nothingTold(run: RealRun, events: readonly RunEvent[], secret: string): void {
  const files = readdirSync(run.live.folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(run.live.folder, path))
    .filter((path) => statSync(path).isFile());
  ok(files.some((path) => path.endsWith('.log')) && files.some((path) => path.endsWith('.ndjson')));
  for (const spelling of spellings(secret)) {
    ok(!Buffer.from(JSON.stringify(events)).includes(spelling), `an event tells ${spelling}`);
    for (const path of files) ok(!readFileSync(path).includes(spelling), `${path} tells ${spelling}`);
  }
}
