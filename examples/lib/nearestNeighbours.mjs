/**
 * The examples themselves are the model.
 *
 * @typedef {{ features: readonly number[][], labels: readonly number[], classes: number, neighbours: number }} NearestModel
 */

/**
 * A vote among the examples that are most alike.
 *
 * @param {NearestModel} model  its features scaled to a like size, or the largest outvotes the rest
 * @param {readonly number[]} features
 * @returns {number[]} for each class its share of the votes
 */
export function predictNearest(model, features) {
  const distance = (row) => row.reduce((total, value, column) => total + (value - features[column]) ** 2, 0);
  const nearest = model.features
    .map((row, index) => ({ distance: distance(row), label: model.labels[index] }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, model.neighbours);
  return Array.from(
    { length: model.classes },
    (_, label) => nearest.filter((each) => each.label === label).length / nearest.length,
  );
}
