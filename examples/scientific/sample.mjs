// One cell of the sweep: the volume of one ball by one number of samples, measured again and again to see how far off
// a single measurement is.

import { deviation, mean } from '../lib/statistics.mjs';
import { estimateVolume, exactVolume } from './ball.mjs';
import { randomStream } from './stream.mjs';

/**
 * @param {object} task
 * @param {{ dimension: number, samples: number, repeats: number, seed: number }} task.with
 * @param {(fraction: number, message?: string) => void} task.progress
 */
export default async function sample({ with: { dimension, samples, repeats, seed }, progress }) {
  const random = randomStream(`${seed}:${dimension}:${samples}`);
  const estimates = [];
  while (estimates.length < repeats) {
    estimates.push(estimateVolume(dimension, samples, random));
    progress(estimates.length / repeats, `${estimates.length} of ${repeats} measurements`);
  }
  const exact = exactVolume(dimension);
  return {
    dimension,
    samples,
    estimate: mean(estimates),
    // Of the mean. The deviation knows only these measurements, so n - 1 of them are free.
    standard_error: deviation(estimates) / Math.sqrt(repeats - 1),
    rms_error: Math.sqrt(mean(estimates.map((estimate) => (estimate - exact) ** 2))),
  };
}
