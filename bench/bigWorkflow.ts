/** A workflow without a fault, of so many tasks, some 220 letters each. Each needs the one before, and the fifth before. */
export function bigWorkflow(count: number): string {
  const head =
    'name: big\nmax_concurrent_tasks: 8\ninputs:\n  rows: { type: number, default: 1000 }\ntasks:\n';
  const tasks = Array.from({ length: count }, (_, i) => {
    const needs = [i - 1, i - 5].filter((need) => need >= 0).map((need) => `task_${need}`);
    return `  task_${i}:
    description: The one with the number ${i}
    needs: [${needs.join(', ')}]
    run: |
      node scripts/a.mjs "\${{ inputs.rows }}" ${i}
      echo "k=v" >> "$FLOW_OUTPUT"
    timeout: 30s
    env: { A: "1" }
`;
  });
  return head + tasks.join('');
}
