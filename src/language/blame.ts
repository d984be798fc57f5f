import {
  DEFAULT_SEVERITIES,
  type Diagnostic,
  type DiagnosticCode,
  type RelatedPlace,
} from '../model/diagnostic.ts';
import type { Range } from '../model/text.ts';

interface More {
  readonly severity?: Diagnostic['severity'];
  readonly related?: readonly RelatedPlace[];
  readonly replacement?: string | undefined;
}

/** A diagnostic, as grave as its code says unless something else is said. */
export function blame(code: DiagnosticCode, range: Range, message: string, more: More = {}): Diagnostic {
  const diagnostic = {
    code,
    severity: more.severity ?? DEFAULT_SEVERITIES[code],
    // What it cites may be of many lines.
    message: message.replace(/\p{Cc}+/gu, ' '),
    range,
    related: more.related ?? [],
  };
  return more.replacement === undefined ? diagnostic : { ...diagnostic, replacement: more.replacement };
}

/** A name of the author's in a message: in quotes, and not longer than a person would read. */
export function quoted(name: string): string {
  const short = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  return `"${short}"`;
}
