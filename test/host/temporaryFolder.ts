import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder outside the project. The caller removes it, and it goes with the process at the latest. */
export function temporaryFolder(purpose: string): { readonly path: string; remove(): void } {
  // Real path, because VS Code shows and compares real paths (on macOS the temporary folder is a link).
  const path = realpathSync(mkdtempSync(join(tmpdir(), `flow-yaml-${purpose}-`)));
  const remove = (): void => {
    process.removeListener('exit', remove);
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', remove);
  return { path, remove };
}
