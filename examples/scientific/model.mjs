// How fast does the error fall? It goes like a power of the number of samples, which is a straight line once both are
// logarithms. Theory says that the power is -1/2, whatever the dimension.

import { mean, round } from '../lib/statistics.mjs';
import { cells } from './cells.mjs';
import { fitLine } from './fitLine.mjs';

/**
 * @param {object} task
 * @param {object} task.needs
 * @param {(line: string) => void} task.log
 */
export default async function model({ needs, log }) {
  const all = cells(needs.sample.outputs);
  const dimensions = [...new Set(all.map(({ dimension }) => dimension))];
  const laws = dimensions.map((dimension) => {
    const points = all.filter((cell) => cell.dimension === dimension);
    const { slope, intercept, slopeError } = fitLine(
      points.map(({ samples }) => Math.log(samples)),
      points.map(({ rms_error }) => Math.log(rms_error)),
    );
    log(`dimension ${dimension}: error ~ samples^${slope.toFixed(3)}, give or take ${slopeError.toFixed(3)}`);
    return { dimension, exponent: slope, exponent_error: slopeError, factor: Math.exp(intercept) };
  });
  return { laws, exponent: round(mean(laws.map(({ exponent }) => exponent)), 3) };
}
