import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cells } from './cells.mjs';
import { logLogChart } from './logLogChart.mjs';

const COLOURS = ['#1a8fe3', '#e2711d', '#2a9d5c', '#9b5de5', '#d1495b'];

/**
 * The errors as points, the laws fitted to them as lines.
 *
 * @param {object} task
 * @param {{ file: string }} task.with
 * @param {object} task.needs
 */
export default async function plot({ with: { file }, needs }) {
  const all = cells(needs.sample.outputs);
  const series = needs.model.outputs.laws.map(({ dimension, exponent, exponent_error, factor }, index) => ({
    label: `${dimension} dimensions: exponent ${exponent.toFixed(3)} ± ${exponent_error.toFixed(3)}`,
    colour: COLOURS[index % COLOURS.length],
    points: all
      .filter((cell) => cell.dimension === dimension)
      .map(({ samples, rms_error }) => [samples, rms_error]),
    curve: (samples) => factor * samples ** exponent,
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, logLogChart(series, { x: 'samples', y: 'RMS error of the volume' }));
  return { file };
}
