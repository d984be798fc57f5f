import { DEFAULT_SEVERITIES } from '../model/diagnostic.ts';
import { SEVERITY_LEVELS, type Severities } from '../model/severities.ts';
import type { Server } from './feature.ts';

/** What a person has set in the editor, under `flow`. */
export interface Settings {
  severities(): Severities;
  /** `inlayHints.duration`; what isn't set, or not as a boolean, is as without it. */
  isOn(name: string, without: boolean): boolean;
  /** Asks the editor, where it can be asked; else takes what it sent. Tells whether it is other than before. */
  read(sent?: unknown): Promise<boolean>;
}

export function createSettings({ connection, client }: Pick<Server, 'connection' | 'client'>): Settings {
  let latest: unknown;
  // Where nothing is set now, what the server was started with holds.
  const given = (): unknown => latest ?? inside(client().options);
  return {
    severities: () => severitiesIn(at(given(), 'diagnostics.severity')),
    isOn(name, without) {
      const value = at(given(), name);
      return typeof value === 'boolean' ? value : without;
    },
    async read(sent) {
      const before = JSON.stringify(given());
      const asked = client().can.workspace?.configuration === true;
      const now: unknown = asked ? await connection.workspace.getConfiguration('flow') : sent;
      if (now !== null && now !== undefined) latest = inside(now);
      return JSON.stringify(given()) !== before;
    },
  };
}

/** Some editors send all their settings, some only those of `flow`. */
function inside(settings: unknown): unknown {
  return at(settings, 'flow') ?? settings;
}

/** Of `{ code: level }` what can be understood. */
function severitiesIn(given: unknown): Severities {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).filter(
      ([code, level]) => Object.hasOwn(DEFAULT_SEVERITIES, code) && SEVERITY_LEVELS.includes(level),
    ),
  );
}

/** Some editors make objects of the dots in a name, some leave it as it is. */
function at(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const whole: unknown = Reflect.get(value, name);
  const [first = '', ...rest] = name.split('.');
  return whole !== undefined || rest.length === 0 ? whole : at(Reflect.get(value, first), rest.join('.'));
}
