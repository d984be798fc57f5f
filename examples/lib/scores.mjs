/** The categories of a score, from the lowest; their places in this list are the class numbers of the models. */
export const CATEGORIES = ['low', 'medium', 'high'];

/** What a category is told from. The score isn't among it: the category is cut from the score, and would be given away. */
export const FEATURES = ['hours', 'attendance', 'practice', 'sleep'];

/** @param {number} score  0 to 100 */
export function categoryOf(score) {
  if (score < 50) return 'low';
  return score < 70 ? 'medium' : 'high';
}
