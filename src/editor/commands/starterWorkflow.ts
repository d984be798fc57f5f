/**
 * The text of a new workflow: valid, and it runs as it is with what every machine has. It shows the three
 * things that one comes back for: needs, outputs, and reading them.
 */
export function starterWorkflow(name: string, platform: NodeJS.Platform): string {
  const leaveOutput =
    platform === 'win32'
      ? 'echo greeting=Hello>> "%FLOW_OUTPUT%"'
      : 'echo "greeting=Hello" >> "$FLOW_OUTPUT"';
  // The Windows command prompt can't read a value safely where it stands: it gets it as a variable.
  const readOutput =
    platform === 'win32'
      ? 'env: { GREETING: "${{ tasks.greet.outputs.greeting }}" }\n    run: echo %GREETING%, workflow!'
      : 'run: echo "${{ tasks.greet.outputs.greeting }}, workflow!"';
  return `name: ${/^[A-Za-z][\w-]*$/.test(name) ? name : JSON.stringify(name)}
description: Two tasks side by side, and one that reads what they found

tasks:
  greet:
    description: Leaves an output for the tasks downstream
    run: ${leaveOutput}

  look:
    description: Runs at the same time, for it needs nothing
    run: echo Looking around

  report:
    description: Starts when both have completed
    needs: [greet, look]
    ${readOutput}
`;
}
