// A noisy sine wave: one value an hour, with the rhythm of a day. As in any recording, some of it is faulty.
//
//   node generateWave.mjs ROWS

import { join } from 'node:path';
import { writeCsv } from '../lib/csv.mjs';
import { writeOutputs } from '../lib/flow.mjs';
import { createRandom } from '../lib/random.mjs';
import { deviation, mean, round } from '../lib/statistics.mjs';

const { SEED = '42', BUILD_DIR = 'build' } = process.env;
const count = Number(process.argv[2] ?? 1000);
const random = createRandom(`${SEED}:wave`);
const day = (2 * Math.PI) / 24;

let noise = 0;
const rows = [];
for (let hour = 0; hour < count; hour += 1) {
  // What disturbs one hour still half disturbs the next.
  noise = 0.6 * noise + random.normal(0, 1);
  const value = 20 + 6 * Math.sin(day * hour) + 1.5 * Math.sin(2 * day * hour + 0.7) + noise;

  if (hour > 0 && random.chance(0.004))
    rows.push(rows[hour - 1]); // sent twice
  else rows.push({ hour, value: random.chance(0.02) ? '' : round(value, 3) }); // now and then lost
}

const file = join(BUILD_DIR, 'wave.csv');
writeCsv(file, rows);

const values = rows.map((row) => row.value).filter((value) => value !== '');
writeOutputs({
  file,
  rows: rows.length,
  lost: rows.length - values.length,
  mean: round(mean(values)),
  deviation: round(deviation(values)),
  seconds: round(performance.now() / 1000, 3),
});
