// Are the estimates right? Each mean is compared with the exact volume, in units of its own standard error: of honest
// ones a twentieth is more than two away, and next to none more than four.

import { round } from '../lib/statistics.mjs';
import { exactVolume } from './ball.mjs';
import { cells } from './cells.mjs';

/**
 * @param {object} task
 * @param {object} task.needs
 * @param {(line: string) => void} task.log
 */
export default async function analyze({ needs, log }) {
  const deviations = cells(needs.sample.outputs).map(({ dimension, samples, estimate, standard_error }) => {
    const away = (estimate - exactVolume(dimension)) / standard_error;
    log(`dimension ${dimension}, ${samples} samples: ${estimate.toFixed(4)}, ${away.toFixed(1)} errors away`);
    return Math.abs(away);
  });
  const largest = round(Math.max(...deviations), 2);
  if (!(largest < 4)) throw new Error(`An estimate is ${largest} standard errors from the truth.`);
  return { largest_deviation: largest, beyond_two: deviations.filter((away) => away > 2).length };
}
