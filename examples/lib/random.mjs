/**
 * Random numbers that repeat: the same seed gives the same numbers on every machine.
 *
 * @typedef {object} Random
 * @property {() => number} uniform  from 0 up to, not including, 1
 * @property {(minimum: number, maximum: number) => number} between
 * @property {(mean?: number, deviation?: number) => number} normal
 * @property {(probability: number) => boolean} chance
 * @property {<T>(items: readonly T[]) => T[]} shuffle  a shuffled copy
 */

/**
 * Give each data set its own seed (`42:wave`, `42:scores`), and none depends on which is made first.
 *
 * @param {string} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = hash(seed);

  // Mulberry32: 32 bits of state, good enough for examples, not for secrets.
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };

  return {
    uniform,
    between: (minimum, maximum) => minimum + (maximum - minimum) * uniform(),
    chance: (probability) => uniform() < probability,

    // Box–Muller: two even numbers make one from the bell curve. `1 -` keeps the logarithm from zero.
    normal: (mean = 0, deviation = 1) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),

    // Fisher–Yates.
    shuffle: (items) => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const pick = Math.floor(uniform() * (last + 1));
        [shuffled[last], shuffled[pick]] = [shuffled[pick], shuffled[last]];
      }
      return shuffled;
    },
  };
}

/**
 * FNV-1a: text to 32 bits.
 *
 * @param {string} text
 */
function hash(text) {
  let bits = 0x811c9dc5;
  for (const character of text) bits = Math.imul(bits ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return bits;
}
