import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostGrammars } from './hostGrammars.ts';

/*
 * Tests the grammars: they are what their sources say, the assertions of cases/ hold, and the examples are coloured
 * as they were (snapshots/). With `--update` the grammars and the snapshots are written anew, to be looked at in the diff.
 */
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const update = process.argv.includes('--update');

function build(): boolean {
  return told(
    run(join(root, 'syntaxes', 'build.ts'), update ? [] : ['--check']),
    'syntaxes/*.tmLanguage.json',
  );
}

/** With the host's own grammars, so that what is asserted of a script is what VS Code shows. */
function assertions(): boolean {
  const grammars = hostGrammars(join(root, '.vscode-test'));
  if (grammars === undefined) {
    console.error(
      'The grammars of VS Code are read from .vscode-test/, which is missing: run the tests in VS Code first.',
    );
    return false;
  }
  const options = grammars.flatMap((path) => ['-g', path]);
  return run(tool('vscode-tmgrammar-test'), [...options, 'test/grammar/cases/*.flow.yaml']);
}

/** Without them: a snapshot holds our scopes only, and doesn't change with the version of VS Code. */
function snapshots(): boolean {
  const examples = globSync('examples/**/*.flow.yaml', { cwd: root });
  const kept = join(here, 'snapshots');
  const work = mkdtempSync(join(tmpdir(), 'flow-grammar-'));
  try {
    let complete = true;
    for (const example of examples) {
      const name = basename(example);
      cpSync(join(root, example), join(work, name));
      if (update) continue;
      if (existsSync(join(kept, `${name}.snap`)))
        cpSync(join(kept, `${name}.snap`), join(work, `${name}.snap`));
      else complete = told(false, `test/grammar/snapshots/${name}.snap is missing`);
    }
    const options = ['--config', join(root, 'package.json'), '-s', 'source.flow-yaml'];
    const passed = run(tool('vscode-tmgrammar-snap'), [...options, '*.flow.yaml'], work);
    if (update) keep(work, kept);
    return passed && complete;
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** In the words of the tools, a line a file. */
function told(ok: boolean, file: string): boolean {
  console.log(`${ok ? '✓' : '✖'} ${file}`);
  return ok;
}

function keep(work: string, kept: string): void {
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept);
  for (const snapshot of globSync('*.snap', { cwd: work }))
    cpSync(join(work, snapshot), join(kept, snapshot));
}

function tool(name: 'vscode-tmgrammar-test' | 'vscode-tmgrammar-snap'): string {
  const script = name === 'vscode-tmgrammar-test' ? 'unit.js' : 'snapshot.js';
  return join(root, 'node_modules', 'vscode-tmgrammar-test', 'dist', script);
}

function run(script: string, args: readonly string[], cwd = root): boolean {
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  // The tools warn of each grammar that isn't given to them.
  process.stderr.write(stderr.replaceAll(/^grammar not found for .*\n/gm, ''));
  return status === 0;
}

const passed = [build(), assertions(), snapshots()].every(Boolean);
process.exitCode = passed ? 0 : 1;
