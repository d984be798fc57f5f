/**
 * For each text, how much each of its words says about it: often here (term frequency), seldom elsewhere (inverse
 * document frequency).
 *
 * @param {readonly (readonly string[])[]} texts  each a list of words
 * @returns {ReadonlyMap<string, number>[]}
 */
export function wordWeights(texts) {
  const inTexts = new Map();
  for (const words of texts)
    for (const word of new Set(words)) inTexts.set(word, (inTexts.get(word) ?? 0) + 1);
  return texts.map((words) => {
    const counts = new Map();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      counts.set(word, (count / words.length) * Math.log(texts.length / inTexts.get(word)));
    }
    return counts;
  });
}

/**
 * The cosine of the angle between two texts: 1 for the same words, 0 for none in common.
 *
 * @param {ReadonlyMap<string, number>} a
 * @param {ReadonlyMap<string, number>} b
 */
export function likeness(a, b) {
  let common = 0;
  for (const [word, weight] of a) common += weight * (b.get(word) ?? 0);
  return common / (Math.hypot(...a.values()) * Math.hypot(...b.values())) || 0;
}
