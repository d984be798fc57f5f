import { DEFAULT_SEVERITIES } from '../model/diagnostic.ts';
import { SEVERITY_LEVELS, type Severities } from '../model/severities.ts';
import type { Server } from './feature.ts';

/** What a person has set in the editor, under `flow`. */
export interface Settings {
  severities(): Severities;
  /** Asks the editor, where it can be asked; else takes what it sent. */
  read(sent?: unknown): Promise<void>;
}

export function createSettings({ connection, client }: Pick<Server, 'connection' | 'client'>): Settings {
  let severities: Severities | undefined;
  return {
    severities: () => severities ?? severitiesIn(client().options),
    async read(sent) {
      const asked = client().can.workspace?.configuration === true;
      const given: unknown = asked ? await connection.workspace.getConfiguration('flow') : sent;
      // Nothing was set there: what the server was started with holds.
      if (given !== null && given !== undefined) severities = severitiesIn(given);
    },
  };
}

/** Of `{ diagnostics: { severity: { code: level } } }`, with or without `flow` around it, what can be understood. */
function severitiesIn(given: unknown): Severities {
  const settings = at(given, 'flow') ?? given;
  const severity = at(at(settings, 'diagnostics'), 'severity');
  if (typeof severity !== 'object' || severity === null) return {};
  return Object.fromEntries(
    Object.entries(severity).filter(
      ([code, level]) => Object.hasOwn(DEFAULT_SEVERITIES, code) && SEVERITY_LEVELS.includes(level),
    ),
  );
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
