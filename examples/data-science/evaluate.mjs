// Takes the model that did best, lets it learn from all it was chosen with, and judges it by the test season:
// birds that nothing so far has looked at.

import { round } from '../lib/statistics.mjs';
import { readBirds } from './birds.mjs';
import { learnAndJudge } from './learn.mjs';

/**
 * @param {object} task
 * @param {Parameters<typeof readBirds>[0]} task.with
 * @param {object} task.needs
 * @param {(line: string) => void} task.log
 */
export default async function evaluate({ with: data, needs, log }) {
  const { labels, ranking } = needs.analyze.outputs;
  const { settings } = best(needs.train.outputs);
  const measurements = ranking.slice(0, settings.measurements).map(({ measurement }) => measurement);
  const { known, unseen } = readBirds(data);
  const { accuracy, f1, confusion } = learnAndJudge({
    learnFrom: known,
    judgeBy: unseen,
    labels,
    measurements,
    settings,
  });
  log(`${settings.model} with ${measurements.join(', ')}: ${(100 * accuracy).toFixed(1)} %`);
  return { settings, measurements, accuracy: round(accuracy), f1: round(f1), confusion };
}

/**
 * The most accurate; of equals the one that looks at less. A matrix's outputs are lists, an item for each instance.
 *
 * @param {{ settings: import('./train.mjs').Settings[], accuracy: number[] }} trained
 */
export function best({ settings, accuracy }) {
  return settings
    .map((each, index) => ({ settings: each, accuracy: accuracy[index] }))
    .sort((a, b) => b.accuracy - a.accuracy || a.settings.measurements - b.settings.measurements)[0];
}
