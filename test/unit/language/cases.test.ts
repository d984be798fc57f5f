import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import type { FilePlace } from '../../../src/language/nested/workflowFiles.ts';
import { drawDiagnostics } from './support/draw.ts';
import { placeAmongFiles, placeOnMachine } from './support/machine.ts';

const FOLDER = join(import.meta.dirname, 'cases');

/** `ACCEPT=1` takes the diagnostics as they are now for right. Read them before you commit them. */
const ACCEPT = process.env['ACCEPT'] === '1';

/** Each `cases/NAME.flow.yaml` has, in `cases/NAME.txt`, its diagnostics drawn beneath its lines. */
/** Those that aren't about files name many that nobody has written. */
function placeIn(name: string, path: string): FilePlace {
  const place = placeOnMachine(path);
  return name.startsWith('missing-') ? place : placeAmongFiles(place);
}

describe('the diagnostics of', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.flow.yaml'));
  assert.ok(names.length > 20, 'the cases are there');
  for (const name of names) {
    it(name, () => {
      const path = join(FOLDER, name);
      const drawn = `${drawDiagnostics(analyze(readFileSync(path, 'utf8'), placeIn(name, path)))}\n`;
      const golden = join(FOLDER, name.replace('.flow.yaml', '.txt'));
      if (ACCEPT) writeFileSync(golden, drawn);
      assert.equal(drawn, existsSync(golden) ? readFileSync(golden, 'utf8') : '');
    });
  }
});
