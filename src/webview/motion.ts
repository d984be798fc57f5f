/** How long a move takes, in ms; none where a person asked for less motion. */
export function moveDuration(): number {
  // VS Code has a setting of its own for it, which it tells by this class.
  const reduced =
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches;
  return reduced ? 0 : 180;
}
