/** The volume of the ball of radius 1, as known since Euler. @param {number} dimension  a whole number from 0 */
export function exactVolume(dimension) {
  if (dimension === 0) return 1;
  if (dimension === 1) return 2;
  return ((2 * Math.PI) / dimension) * exactVolume(dimension - 2);
}

/**
 * The same by chance: the share of random points of the cube around the ball that are inside of it, times the volume
 * of the cube.
 *
 * @param {number} dimension
 * @param {number} samples  how many points
 * @param {() => number} random  gives numbers from 0 to 1
 */
export function estimateVolume(dimension, samples, random) {
  let inside = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    let squares = 0;
    for (let axis = 0; axis < dimension; axis += 1) squares += (2 * random() - 1) ** 2;
    if (squares <= 1) inside += 1;
  }
  return (inside / samples) * 2 ** dimension;
}
