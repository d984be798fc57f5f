/**
 * The sample sizes to try: two for each power of ten, from 100 to the largest.
 *
 * @param {object} task
 * @param {{ most_samples: number }} task.with
 */
export default async function design({ with: { most_samples } }) {
  const steps = Math.floor(2 * Math.log10(most_samples / 100) + 1e-9);
  return { samples: Array.from({ length: steps + 1 }, (_, step) => Math.round(100 * 10 ** (step / 2))) };
}
