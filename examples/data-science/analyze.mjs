// Which measurements tell the groups apart? Ranked by the F ratio of an analysis of variance: how much the groups'
// means differ, against how much birds of one group do.

import { mean, round, sum } from '../lib/statistics.mjs';
import { labelsOf, MEASUREMENTS, readBirds } from './birds.mjs';

/**
 * @param {object} task
 * @param {Parameters<typeof readBirds>[0]} task.with
 * @param {(line: string) => void} task.log
 */
export default async function analyze({ with: data, log }) {
  const { known: birds } = readBirds(data);
  const labels = labelsOf(birds);
  const groups = labels.map((label) => birds.filter((bird) => bird.label === label));
  const ranking = MEASUREMENTS.map((measurement) => {
    const values = groups.map((group) => group.map(({ measured }) => measured[measurement]));
    return { measurement, f: round(fRatio(values), 1), means: values.map((each) => round(mean(each), 1)) };
  }).sort((a, b) => b.f - a.f);
  for (const { measurement, f } of ranking) log(`${measurement}: F = ${f}`);
  return { birds: birds.length, labels, counts: groups.map((group) => group.length), ranking };
}

/** One-way analysis of variance. @param {readonly (readonly number[])[]} groups */
export function fRatio(groups) {
  const all = groups.flat();
  const centre = mean(all);
  const between = sum(groups.map((group) => group.length * (mean(group) - centre) ** 2));
  const within = sum(groups.flatMap((group) => group.map((value) => (value - mean(group)) ** 2)));
  return between / (groups.length - 1) / (within / (all.length - groups.length));
}
