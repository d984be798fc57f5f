// Readings of four sensors, one after the other, with anomalies put in on purpose. Each row says whether it was
// tampered with, so that the analysis, which doesn't look there, can be told how many it found.
//
//   node generateSensors.mjs ROWS

import { join } from 'node:path';
import { writeCsv } from '../lib/csv.mjs';
import { writeOutputs } from '../lib/flow.mjs';
import { createRandom } from '../lib/random.mjs';
import { mean, round } from '../lib/statistics.mjs';

const { SEED = '42', BUILD_DIR = 'build' } = process.env;
const count = Number(process.argv[2] ?? 1200);
const random = createRandom(`${SEED}:sensors`);
const sensors = ['north', 'east', 'south', 'west'];

const rows = [];
for (let reading = 0; reading < count; reading += 1) {
  const minute = 10 * Math.floor(reading / sensors.length);
  const place = reading % sensors.length;
  const warmth = Math.sin((2 * Math.PI * minute) / (24 * 60));

  const injected = random.chance(0.03);
  const jump = injected ? random.between(3, 12) * (random.chance(0.5) ? 1 : -1) : 0;
  const temperature = 18 + place + 4 * warmth + random.normal(0, 0.5) + jump;
  const humidity = 55 - 10 * warmth + random.normal(0, 2);

  rows.push({
    reading,
    minute,
    sensor: sensors[place],
    temperature: round(temperature, 2),
    humidity: random.chance(0.03) ? '' : round(humidity, 1), // the sensor was asleep
    injected: injected ? 'yes' : 'no',
  });
}

const file = join(BUILD_DIR, 'sensors.csv');
writeCsv(file, rows);

writeOutputs({
  file,
  rows: rows.length,
  sensors: sensors.length,
  injected: rows.filter((row) => row.injected === 'yes').length,
  mean: round(mean(rows.map((row) => row.temperature))),
  seconds: round(performance.now() / 1000, 3),
});
