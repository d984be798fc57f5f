import { createHash } from 'node:crypto';

/**
 * A stream of random numbers from 0 up to, not including, 1: the same for the same name, on every machine. Streams of
 * different names have nothing to do with one another, however many tasks draw from them at once.
 *
 * This is Chris Doty-Humphrey's sfc32: 96 bits of state, which the name's hash fills, and a counter.
 *
 * @param {string} name
 * @returns {() => number}
 */
export function randomStream(name) {
  const digest = createHash('sha256').update(name).digest();
  let [a, b, c, counter] = [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), 1];
  const next = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return (result >>> 0) / 2 ** 32;
  };
  // Until every bit of the name has had its influence on every bit of the state.
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return next;
}
