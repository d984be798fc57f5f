// Takes in the orders of one channel.
//
//   node collect.mjs FILE
//
// Ends with 75, which means "try again later" wherever mail is handled, when the channel hasn't delivered yet.

import { existsSync } from 'node:fs';
import { readCsv } from '../lib/csv.mjs';
import { writeOutputs } from '../lib/flow.mjs';

const file = process.argv[2];
if (existsSync(file)) {
  const orders = readCsv(file);
  console.log(`${orders.length} orders`);
  writeOutputs({ orders });
} else {
  console.error(`${file} isn't there yet.`);
  process.exitCode = 75;
}
