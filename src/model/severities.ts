import type { Diagnostic, DiagnosticCode, Severity } from './diagnostic.ts';

/** How grave a kind of fault is to be shown, or not at all. */
export type SeverityLevel = Severity | 'off';

export const SEVERITY_LEVELS: readonly SeverityLevel[] = ['error', 'warning', 'info', 'off'];

/** What a person wants to see of some codes. */
export type Severities = Readonly<Partial<Record<DiagnosticCode, SeverityLevel>>>;

/**
 * The diagnostics as a person wants to see them. Errors stay errors: they keep the workflow from being run, and who
 * doesn't see them wouldn't know why.
 */
export function withSeverities(
  diagnostics: readonly Diagnostic[],
  severities: Severities,
): readonly Diagnostic[] {
  if (Object.keys(severities).length === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const level = Object.hasOwn(severities, diagnostic.code) ? severities[diagnostic.code] : undefined;
    if (level === undefined || diagnostic.severity === 'error') return [diagnostic];
    return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
  });
}
