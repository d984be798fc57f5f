/**
 * The variable that tells by which attempts a process was started, whatever group or session it has moved to since.
 * An attempt adds its mark to those it inherits: what a workflow that a task runs starts is marked by both.
 */
export const MARKS = 'FLOW_MARKS';

/** The mark of an attempt: without spaces, and no other attempt's on this machine. */
export function markOf(run: string, task: string, attempt: number): string {
  return `${run}/${encodeURIComponent(task.toWellFormed())}/${attempt}`;
}

/** Whether a mark is that of an attempt of a run. */
export function isOfRun(mark: string, run: string): boolean {
  return mark.startsWith(`${run}/`);
}

/** The value of the variable with one mark more. */
export function withMark(inherited: string | undefined, mark: string): string {
  return inherited === undefined || inherited === '' ? mark : `${inherited} ${mark}`;
}

/** The mark that was added last: that of the attempt whose environment it is. */
export function ownMark(environment: Readonly<Record<string, string>>): string | undefined {
  return environment[MARKS]?.split(' ').at(-1);
}

/** The marks in an environment as the system keeps it: `NAME=value`, each with a NUL behind it. */
export function marksIn(environ: string): readonly string[] {
  const start = `\0${environ}`.indexOf(`\0${MARKS}=`);
  if (start < 0) return [];
  const from = start + MARKS.length + 1;
  const end = environ.indexOf('\0', from);
  return environ.slice(from, end < 0 ? undefined : end).split(' ');
}
