import { marksIn } from './marks.ts';
import { environOf, type ProcessEntry, processEntry, processNumbers } from './processTable.ts';

/** Who lives at one moment. */
export interface Census {
  /** Only processes with greater numbers were looked at. */
  readonly above: number;
  /** Each with the marks that it carries; `undefined` where that can't be told yet. */
  readonly living: readonly (readonly [entry: ProcessEntry, marks: readonly string[] | undefined])[];
}

/** Rounds after which the system is taken to make processes faster than they can be counted. */
const MOST_ROUNDS = 100;

/**
 * Counts until nobody has come since: who was there may have started another, and ended before it was looked at. So
 * where none of some family is in it, there is none, and none comes any more.
 */
export function takeCensus(above: number): Census {
  const living: [ProcessEntry, readonly string[] | undefined][] = [];
  const counted = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fresh = processNumbers(above).filter((pid) => !counted.has(pid));
    if (fresh.length === 0) break;
    for (const pid of fresh) {
      counted.add(pid);
      const entry = processEntry(pid);
      if (entry === undefined) continue;
      const environ = environOf(pid);
      living.push([entry, environ === undefined ? undefined : marksIn(environ)]);
    }
  }
  return { above, living };
}

/** What processes are looked for. */
export interface Search {
  /** By a mark that they carry. */
  marked(mark: string): boolean;
  /** By the session that they are in. */
  readonly sessions: ReadonlySet<number>;
  /** These aren't looked for, whatever they carry. */
  readonly spared: ReadonlySet<number>;
}

export interface Found {
  readonly members: readonly ProcessEntry[];
  /** Of some process it can't be told yet: look again in a moment. */
  readonly unsure: boolean;
}

/**
 * The living processes that carry a mark or are in a session, and those that came of one of them: its children and
 * who shares its session. A session is begun by a process of its own, so whoever is in that of a marked process came
 * of a marked process too, even where it threw its environment away.
 */
export function findMembers({ living }: Census, { marked, sessions, spared }: Search): Found {
  const members = new Set<ProcessEntry>();
  const pids = new Set<number>();
  const theirSessions = new Set(sessions);
  let unsure = false;
  const others: ProcessEntry[] = [];
  const add = (entry: ProcessEntry): void => {
    members.add(entry);
    pids.add(entry.pid);
    theirSessions.add(entry.session);
  };
  for (const [entry, marks] of living) {
    if (spared.has(entry.pid)) continue;
    if (sessions.has(entry.session) || marks?.some(marked)) add(entry);
    else {
      others.push(entry);
      unsure ||= marks === undefined;
    }
  }
  for (let before = -1; before < members.size; ) {
    before = members.size;
    for (const entry of others) {
      if (!members.has(entry) && (pids.has(entry.parent) || theirSessions.has(entry.session))) add(entry);
    }
  }
  return { members: [...members], unsure };
}
