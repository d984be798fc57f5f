/** Files of workflows that leave a line in `trace/` for each attempt, by path. */
export const FILES: Readonly<Record<string, string>> = {
  // Sourced by each script: notes that an attempt began, and where an earlier one of its task still lives. Without
  // starting a process, since it is done a thousand times.
  'step.sh': `set -f; IFS=/; set -- $FLOW_TASK; IFS=-; id="$*"; unset IFS
before=none
[ ! -e "trace/$id.pid" ] || read -r before < "trace/$id.pid" || :
state=Z
[ ! -e "/proc/$before/stat" ] || read -r _ _ state _ < "/proc/$before/stat" || :
case $state in Z | X) ;; *) echo "$FLOW_TASK" >> overlaps ;; esac
echo $$ > "trace/$id.pid"
echo "$FLOW_ATTEMPT" >> "trace/$id"
`,
  'whole.flow.yaml': `name: whole
max_concurrent_tasks: 4
retry_policy: { initial_delay: 20ms, max_delay: 20ms }
tasks:
  gather:
    run: |
      . ./step.sh
      echo "n=3" >> "$FLOW_OUTPUT"
  side: { run: ". ./step.sh; sleep 0.1" }
  leaves:
    run: |
      . ./step.sh
      (setsid sleep 300 > /dev/null 2>&1 &)
      nohup sleep 300 > /dev/null 2>&1 &
      sleep 0.05
  flaky:
    needs: gather
    retry_policy: { max_attempts: 3 }
    run: |
      . ./step.sh
      sleep 0.03
      touch fails
      if [ "$(wc -l < fails)" -lt 2 ]; then echo x >> fails; exit 75; fi
      echo "ended=well" >> "$FLOW_OUTPUT"
  each:
    needs: gather
    matrix: { size: [s, m, l] }
    run: |
      . ./step.sh
      sleep 0.05
      echo "size=\${{ matrix.size }}" >> "$FLOW_OUTPUT"
  ask: { needs: gather, approval: "Go on?", timeout: 150ms, default: approve }
  inner:
    needs: [flaky, ask]
    workflow: ./inner.flow.yaml
    with: { n: "\${{ tasks.gather.outputs.n }}" }
  last:
    needs: [inner, each, side, leaves]
    run: |
      . ./step.sh
      echo "all=\${{ join(tasks.each.outputs.size, '-') }} \${{ tasks.inner.outputs.sum }}" >> "$FLOW_OUTPUT"
finally:
  tidy: { run: ". ./step.sh; sleep 0.03" }
outputs: { all: "\${{ tasks.last.outputs.all }}" }
`,
  'inner.flow.yaml': `inputs: { n: { type: number } }
tasks:
  begin: { run: ". ./step.sh; sleep 0.02" }
  pair:
    needs: begin
    matrix: { i: [1, 2] }
    run: |
      . ./step.sh
      sleep 0.03
      echo "i=\${{ matrix.i }}" >> "$FLOW_OUTPUT"
  add:
    needs: pair
    module: add.mjs
    with: { n: "\${{ inputs.n }}", pair: "\${{ tasks.pair.outputs.i }}" }
finally:
  sweep: { run: ". ./step.sh" }
outputs: { sum: "\${{ tasks.add.outputs.sum }}" }
`,
  'add.mjs': `import { appendFileSync } from 'node:fs';
export default ({ with: { n, pair } }) => {
  appendFileSync('trace/inner-add', 'called\\n');
  return { sum: pair.reduce((sum, i) => sum + Number(i), n) };
};
`,
  'failing.flow.yaml': `name: failing
max_concurrent_tasks: 3
retry_policy: { initial_delay: 20ms, max_delay: 20ms }
tasks:
  good: { run: ". ./step.sh; sleep 0.05" }
  doomed:
    retry_policy: { max_attempts: 2 }
    run: |
      . ./step.sh
      nohup sleep 300 > /dev/null 2>&1 &
      sleep 0.05
      exit 3
  forgiven: { continue_on_error: true, needs: good, run: ". ./step.sh; exit 4" }
  never: { needs: doomed, run: ". ./step.sh" }
  after: { needs: forgiven, run: ". ./step.sh; sleep 0.05" }
  always: { needs: doomed, if: "always()", run: ". ./step.sh; sleep 0.05" }
  mixed:
    needs: good
    matrix: { code: [0, 5] }
    run: |
      . ./step.sh
      sleep 0.05
      exit "\${{ matrix.code }}"
finally:
  tidy: { run: ". ./step.sh; sleep 0.05" }
`,
};
