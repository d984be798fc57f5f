import { blame, quoted } from '../blame.ts';
import type { FileRule } from '../facts.ts';

/** Needs between `tasks` and `finally`, which come behind one another anyway. */
export const finallyNeed: FileRule = function* (facts) {
  // Without tasks under "finally" there is nothing to hold apart.
  if (facts.shared.known.idsOf(true).length === 0) return;
  const { entries, tasksById } = facts;
  for (const { task } of entries) {
    const { id, needs, finally: isLast } = task;
    for (const need of needs) {
      const needed = tasksById.get(need.value);
      if (needed === undefined || needed.finally === isLast) continue;
      const message = isLast
        ? `${quoted(id.value)} is under "finally", so it runs behind ${quoted(need.value)} anyway, and may read it. Take it out of the needs.`
        : `${quoted(need.value)} is under "finally", so it runs when all tasks have come to their end, ${quoted(id.value)} among them. Move one of the two, or take it out of the needs.`;
      yield blame('finally-need', need.range, message, {
        related: [{ message: `${quoted(need.value)} is here.`, range: needed.id.range }],
      });
    }
  }
};
