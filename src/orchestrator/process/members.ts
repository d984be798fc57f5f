import { marksIn } from './marks.ts';
import { awaitsProgram, environOf, livingProcesses, type ProcessEntry } from './processTable.ts';

/** What processes are looked for. */
export interface Search {
  /** By a mark that they carry. */
  marked(mark: string): boolean;
  /** By the session that they are in. */
  readonly sessions: ReadonlySet<number>;
  /** All of them have greater numbers than this. */
  readonly above: number;
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
export function findMembers({ marked, sessions, above, spared }: Search): Found {
  const all = livingProcesses(above).filter(({ pid }) => !spared.has(pid));
  const members = new Set<ProcessEntry>();
  const pids = new Set<number>();
  const theirSessions = new Set(sessions);
  let unsure = false;
  const add = (entry: ProcessEntry): void => {
    members.add(entry);
    pids.add(entry.pid);
    theirSessions.add(entry.session);
  };
  for (const entry of all) {
    if (sessions.has(entry.session)) {
      add(entry);
      continue;
    }
    const environ = environOf(entry.pid);
    if (environ === undefined) continue;
    if (environ === '' && awaitsProgram(entry.pid)) unsure = true;
    // An empty one is read again: it may have been given its program just now.
    else if (marksIn(environ || (environOf(entry.pid) ?? '')).some(marked)) add(entry);
  }
  for (let before = -1; before < members.size; ) {
    before = members.size;
    for (const entry of all) {
      if (!members.has(entry) && (pids.has(entry.parent) || theirSessions.has(entry.session))) add(entry);
    }
  }
  return { members: [...members], unsure };
}
