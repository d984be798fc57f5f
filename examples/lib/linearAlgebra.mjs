/** @param {readonly number[]} a @param {readonly number[]} b */
export const dot = (a, b) => a.reduce((total, value, index) => total + value * b[index], 0);

/**
 * Solves `matrix · x = vector` by Cholesky's decomposition.
 *
 * @param {readonly number[][]} matrix  symmetric and positive definite
 * @param {readonly number[]} vector
 * @returns {number[]} x
 * @throws {Error} when the matrix isn't positive definite: the columns it was made of depend on one another
 */
export function solve(matrix, vector) {
  const size = vector.length;
  /** @type {number[][]} */
  const lower = matrix.map((row) => row.map(() => 0));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const rest = matrix[row][column] - dot(lower[row].slice(0, column), lower[column]);
      if (row === column && rest <= 0) throw new Error('The matrix is not positive definite.');
      lower[row][column] = row === column ? Math.sqrt(rest) : rest / lower[column][column];
    }
  }

  // Forwards through the lower triangle, then back through its mirror image.
  const halfway = [];
  for (let row = 0; row < size; row += 1) {
    halfway[row] = (vector[row] - dot(halfway, lower[row])) / lower[row][row];
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const column = lower.map((line) => line[row]);
    solution[row] = (halfway[row] - dot(solution, column)) / lower[row][row];
  }
  return solution;
}
