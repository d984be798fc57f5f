import { equal, ok, throws } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnedError, takeOwnership } from '../../../src/orchestrator/owner.ts';

describe('the ownership of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flow-owner-'));
  after(() => rmSync(folder, { recursive: true }));
  let count = 0;
  const fresh = (): string => {
    const run = join(folder, String(count++));
    mkdirSync(run);
    return run;
  };

  it('is one process’s at a time, and free again when it is let go', () => {
    const run = fresh();
    const first = takeOwnership(run, 'r');
    throws(() => takeOwnership(run, 'r'), OwnedError);
    first.release();
    takeOwnership(run, 'r').release();
  });

  it('is not kept by the dead, nor by another process of the same number', () => {
    const run = fresh();
    mkdirSync(join(run, 'owners'));
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(run, 'owners', '1'), JSON.stringify({ pid, host: hostname() }));
    takeOwnership(run, 'r').release();
    writeFileSync(
      join(run, 'owners', '9'),
      JSON.stringify({ pid: process.pid, host: hostname(), start: 'another' }),
    );
    takeOwnership(run, 'r');
    ok(readdirSync(join(run, 'owners')).includes('10'));
  });

  it('gives no number twice, so that nobody takes what another has just been given', () => {
    const run = fresh();
    for (let i = 1; i <= 5; i++) takeOwnership(run, 'r').release();
    equal(readdirSync(join(run, 'owners')).length, 5);
  });

  it('lets one of many processes win, every time', () => {
    const run = fresh();
    const owner = JSON.stringify(new URL('../../../src/orchestrator/owner.ts', import.meta.url).href);
    // Each says whether it won, and lives on until all have said so.
    const one = `const { takeOwnership } = await import(${owner});
      let said = 'lost';
      try { takeOwnership(${JSON.stringify(run)}, 'r'); said = 'won'; } catch {}
      process.stdout.write(said + '\\n');
      process.stdin.resume();`;
    const all = `const { spawn } = await import('node:child_process');
      const kids = Array.from({ length: 6 }, () => spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(one)}], { stdio: ['pipe', 'pipe', 'inherit'] }));
      const words = await Promise.all(kids.map((kid) => new Promise((resolve) => kid.stdout.once('data', (text) => resolve(String(text).trim())))));
      console.log(words.filter((word) => word === 'won').length);
      for (const kid of kids) kid.stdin.end();`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', all], { encoding: 'utf8' });
    equal(stdout.trim(), '1');
  });
});
