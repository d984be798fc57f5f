import { Uri, workspace } from 'vscode';
import type { DiagnosticCode } from '../../model/diagnostic.ts';

/** Resolves with where each diagnostic is explained; the file is read when that is first asked. */
export type DiagnosticDocs = () => Promise<(code: DiagnosticCode) => Uri>;

/**
 * The sections of docs/diagnostics.md, which comes with the extension, so that the links work without a network.
 * VS Code opens a link to a file at a line, `#L12`, not at a heading.
 */
export function diagnosticDocs(extension: Uri): DiagnosticDocs {
  const file = Uri.joinPath(extension, 'docs', 'diagnostics.md');
  let places: Promise<(code: DiagnosticCode) => Uri> | undefined;
  return () => {
    places ??= read(file).then((lines) => {
      const headings = new Map(lines.map((line, index) => [headingOf(line), index + 1]));
      return (code) => {
        const line = headings.get(code);
        return line === undefined ? file : file.with({ fragment: `L${line}` });
      };
    });
    return places;
  };
}

/** Without the file there is still a place to point at, and the diagnostics themselves are not to be lost. */
async function read(file: Uri): Promise<readonly string[]> {
  const bytes = await Promise.resolve(workspace.fs.readFile(file)).catch(() => new Uint8Array());
  return new TextDecoder().decode(bytes).split(/\r?\n/);
}

/** ``## `cycle` `` and `## cycle` are both about `cycle`. */
function headingOf(line: string): string {
  return /^#+\s+`?([a-z-]+)`?\s*$/.exec(line)?.[1] ?? '';
}
