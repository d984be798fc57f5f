// Scores of an examination: what each student put in, the points that came out, and the category they fall in.
//
//   node generateScores.mjs ROWS

import { join } from 'node:path';
import { writeCsv } from '../lib/csv.mjs';
import { writeOutputs } from '../lib/flow.mjs';
import { createRandom } from '../lib/random.mjs';
import { categoryOf } from '../lib/scores.mjs';
import { mean, round } from '../lib/statistics.mjs';

const { SEED = '42', BUILD_DIR = 'build' } = process.env;
const count = Number(process.argv[2] ?? 800);
const random = createRandom(`${SEED}:scores`);

const rows = [];
for (let student = 1; student <= count; student += 1) {
  const hours = random.between(0, 12);
  const attendance = Math.min(100, random.normal(80, 12));
  const practice = Math.max(0, Math.min(100, random.normal(20 + 5 * hours, 18)));
  const sleep = random.normal(7, 1.2);

  // Long hours pay less and less; so does sleep, when there is too little or too much of it.
  const effort = 8 + 10 * Math.sqrt(hours) + 0.2 * attendance + 0.3 * practice - 2.5 * (sleep - 7.5) ** 2;
  const score = Math.max(0, Math.min(100, round(effort + random.normal(0, 3), 1)));

  rows.push({
    student,
    hours: round(hours, 1),
    attendance: random.chance(0.01) ? 140 : round(attendance, 1), // a slip of the pen
    practice: random.chance(0.03) ? '' : round(practice, 1), // never noted down
    sleep: round(sleep, 1),
    score,
    category: random.chance(0.01) ? 'low' : categoryOf(score), // filed in the wrong place
  });
}

const file = join(BUILD_DIR, 'scores.csv');
writeCsv(file, rows);

const inCategory = (category) => rows.filter((row) => row.category === category).length;
writeOutputs({
  file,
  rows: rows.length,
  low: inCategory('low'),
  medium: inCategory('medium'),
  high: inCategory('high'),
  mean: round(mean(rows.map((row) => row.score))),
  seconds: round(performance.now() / 1000, 3),
});
