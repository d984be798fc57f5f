/** Why a task runs again, though an earlier run, or this one before it was interrupted, had a result of it. */
export type Reason =
  /** A part of its definition is another: `env SEED`, `script`, `timeout`. Values as text; absent where there is none. */
  | { readonly type: 'changed'; readonly what: string; readonly before?: string; readonly after?: string }
  | { readonly type: 'needs'; readonly gained: readonly string[]; readonly lost: readonly string[] }
  /** A task that it needs runs again. */
  | { readonly type: 'upstream'; readonly task: string }
  /** A task that it consists of runs again. */
  | { readonly type: 'part'; readonly task: string }
  /** A file that it reads, by `cache`, isn't what it was. */
  | { readonly type: 'file'; readonly path: string; readonly change: 'changed' | 'added' | 'removed' }
  /** It had come to no result. */
  | { readonly type: 'unfinished'; readonly state: 'failed' | 'skipped' | 'cancelled' | 'interrupted' }
  /** The earlier run didn't have it. */
  | { readonly type: 'new' }
  /** A person asked for it. */
  | { readonly type: 'asked' };

/** A reason in a few words: `env SEED changed: 41 → 42`, `needs gained clean`, `upstream train ran again`. */
export function reasonText(reason: Reason): string {
  switch (reason.type) {
    case 'changed':
      return changedText(reason);
    case 'needs': {
      const words = [
        ...(reason.gained.length > 0 ? [`gained ${reason.gained.join(', ')}`] : []),
        ...(reason.lost.length > 0 ? [`lost ${reason.lost.join(', ')}`] : []),
      ];
      return `needs ${words.join(' and ')}`;
    }
    case 'upstream':
      return `upstream ${reason.task} ran again`;
    case 'part':
      return `${reason.task} inside it ran again`;
    case 'file':
      return `cache input ${reason.path} ${reason.change === 'changed' ? 'changed' : `was ${reason.change}`}`;
    case 'unfinished':
      return reason.state === 'failed' ? 'it had failed' : `it was ${reason.state}`;
    case 'new':
      return 'it is new';
    case 'asked':
      return 'asked for';
  }
}

/** Values longer than this, or of several lines, are told to differ without being cited. */
const LONGEST_VALUE = 40;

function changedText({ what, before, after }: Extract<Reason, { readonly type: 'changed' }>): string {
  if (before === undefined && after !== undefined)
    return `${what} was added${isCitable(after) ? `: ${after}` : ''}`;
  if (after === undefined) return before === undefined ? `${what} changed` : `${what} was taken away`;
  return isCitable(before) && isCitable(after) ? `${what} changed: ${before} → ${after}` : `${what} changed`;
}

/** Whether a value can be cited in a reason. */
export function isCitable(value: string | undefined): value is string {
  return value !== undefined && value.length <= LONGEST_VALUE && !value.includes('\n');
}
