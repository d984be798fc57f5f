import { reasonText } from '../../model/reason.ts';
import type { MissReason } from './taskCache.ts';

/** Why nothing was found in the cache, in a few words each: `env SEED changed: 41 → 42`, `cache input a.csv was added`. */
export function missText(why: MissReason): readonly string[] {
  switch (why.type) {
    case 'first':
      return ['nothing was kept of it before'];
    case 'changed':
      return why.reasons.map(reasonText);
    case 'damaged':
      return ['what was kept of it was damaged, and is gone now'];
    case 'forced':
      return ['asked to run'];
    case 'fault':
      return [`the cache couldn’t be used: ${why.message}`];
  }
}
