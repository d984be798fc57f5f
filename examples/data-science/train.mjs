// How well does one model do with the best few measurements? Ten times it learns from nine tenths of the birds and is
// judged by the others.

import { createRandom } from '../lib/random.mjs';
import { folds } from '../lib/split.mjs';
import { deviation, mean, round } from '../lib/statistics.mjs';
import { readBirds } from './birds.mjs';
import { learnAndJudge } from './learn.mjs';

const FOLDS = 10;

/**
 * @param {object} task
 * @param {Parameters<typeof readBirds>[0] & { seed: number, settings: Settings }} task.with
 * @param {{ analyze: { outputs: Analysis } }} task.needs
 * @param {(fraction: number, message?: string) => void} task.progress
 *
 * @typedef {{ model: string, measurements: number, neighbours?: number, epochs?: number }} Settings
 * @typedef {{ labels: string[], ranking: { measurement: string }[] }} Analysis
 */
export default async function train({ with: { seed, settings, ...data }, needs, progress }) {
  const { labels, ranking } = needs.analyze.outputs;
  const measurements = ranking.slice(0, settings.measurements).map(({ measurement }) => measurement);
  const birds = createRandom(`${seed}`).shuffle(readBirds(data).known);
  const accuracies = folds(birds, FOLDS).map(({ inside, outside }, fold) => {
    progress(fold / FOLDS, `fold ${fold + 1} of ${FOLDS}`);
    return learnAndJudge({ learnFrom: outside, judgeBy: inside, labels, measurements, settings }).accuracy;
  });
  return { settings, accuracy: round(mean(accuracies)), spread: round(deviation(accuracies)) };
}
