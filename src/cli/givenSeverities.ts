import { DEFAULT_SEVERITIES, type DiagnosticCode } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { SEVERITY_LEVELS, type Severities } from '../model/severities.ts';
import { UsageError } from './usageError.ts';

/** What `--severity code=level` asks for; of one code the last counts. Throws a `UsageError`. */
export function givenSeverities(given: readonly string[]): Severities {
  return Object.fromEntries(
    given.map((each) => {
      const [name = '', word = ''] = each.split(/=(.*)/s);
      const code = CODES.find((known) => known === name);
      const level = SEVERITY_LEVELS.find((known) => known === word);
      if (code === undefined)
        throw new UsageError(`The option --severity knows no code “${name}”; ${ways(name)}`);
      if (level === undefined) {
        throw new UsageError(
          `The option --severity takes ${code}=LEVEL; LEVEL is ${SEVERITY_LEVELS.join(', ')}.`,
        );
      }
      return [code, level] as const;
    }),
  );
}

const CODES = Object.keys(DEFAULT_SEVERITIES) as DiagnosticCode[];

function ways(name: string): string {
  const meant = nearest(name, CODES);
  return meant === undefined ? 'docs/diagnostics.md lists them.' : `did you mean ${meant}?`;
}
