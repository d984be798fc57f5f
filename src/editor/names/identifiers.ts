/** The language of `*.flow.yaml`. */
export const LANGUAGE = 'flow-yaml';

/** The tree of workflows and runs. */
export const WORKFLOWS_VIEW = 'flow.workflows';

/** The webview panels that draw a workflow. */
export const GRAPH_PANEL = 'flow.graph';

/** The scheme of read-only documents about a run: its report, its logs. */
export const RUN_DOCUMENT = 'flow-run';

/** Where workflows are looked for. */
export const WORKFLOW_GLOB = '**/*.flow.{yaml,yml}';
