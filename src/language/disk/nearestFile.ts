import { nearest } from '../../model/nearest.ts';
import type { Task } from '../../model/workflow.ts';
import type { Disk } from '../nested/disk.ts';

/** The path of a file in the same folder whose name is nearly the same. */
export function nearestFile({ names }: Disk, folder: string, path: string): string | undefined {
  const cut = path.lastIndexOf('/') + 1;
  const [parent, name] = [path.slice(0, cut), path.slice(cut)];
  const found = nearest(
    name,
    names(parent === '' ? '.' : parent, folder).filter((each) => !each.endsWith('/')),
  );
  return found === undefined ? undefined : `${parent}${found}`;
}

/** A task that runs before may make a file that isn't there yet. */
export function mayComeLater({ needs, finally: isLast }: Task): boolean {
  return needs.length > 0 || isLast;
}

/**
 * Whether one path is so much like that of a file which is there that it was meant: two letters changed places, or one is
 * missing, too many or another. Numbers make other files.
 */
export function isSlip(path: string, other: string | undefined): boolean {
  if (other === undefined || withoutDigits(path) === withoutDigits(other)) return false;
  let start = 0;
  while (start < path.length && path[start] === other[start]) start++;
  let end = 0;
  const most = Math.min(path.length, other.length) - start;
  while (end < most && path.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [path.slice(start, path.length - end), other.slice(start, other.length - end)];
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwap || Math.max(left.length, right.length) <= 1;
}

function withoutDigits(path: string): string {
  return path.replace(/\d+/g, '');
}
