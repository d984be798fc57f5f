import { userInfo } from 'node:os';

/** What the person is called on this machine. */
export function personName(environment: Readonly<Record<string, string | undefined>>): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list, as in containers.
    return environment['USER'] ?? environment['LOGNAME'] ?? 'somebody';
  }
}
