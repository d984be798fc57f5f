import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { placeOf } from '../../../../src/files/place.ts';
import type { FilePlace } from '../../../../src/language/nested/workflowFiles.ts';

/** A workflow of a case, and what stands beside it. */
export interface WithBesides {
  readonly text: string;
  /** Texts by path. */
  readonly beside: Readonly<Record<string, string>>;
}

/**
 * Cuts the input of a case at its lines `--- tasks/a.mjs`, behind which the text of that file stands. `␍` stands for a
 * carriage return, `→` for a tab, and `∎` at the end of the text for the lack of a line break.
 */
export function besidesIn(input: string): WithBesides {
  const [text = '', ...others] = input.split(/^--- /m);
  const beside = others.map((other) => {
    const end = other.indexOf('\n');
    return [other.slice(0, end), other.slice(end + 1)] as const;
  });
  const unmarked = text.replaceAll('␍', '\r').replaceAll('→', '\t').replace(/∎\n*$/, '');
  return { text: unmarked, beside: Object.fromEntries(beside) };
}

/** Lays the files out in a folder of their own, for as long as `use` takes. */
export function laidOut<T>(beside: WithBesides['beside'], use: (place: FilePlace) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'flow-case-'));
  try {
    for (const [path, text] of Object.entries(beside)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return use(placeOf(join(folder, 'case.flow.yaml')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
