import type { FilePlace } from '../../../../src/language/nested/workflowFiles.ts';

/** Where every path leads to a workflow; one of three runs the hostile text itself. */
export function hostilePlace(text: string): FilePlace {
  return {
    id: '/a.flow.yaml',
    file: 'a.flow.yaml',
    folder: '/',
    files: {
      read(path) {
        const leadsBack = path.length % 3 === 0;
        const id = leadsBack ? '/a.flow.yaml' : `/${path}`;
        return { id, file: path, folder: '/', text: leadsBack ? text : NESTED };
      },
    },
  };
}

const NESTED = 'inputs: { models: { default: "" }, title: { default: "" } }\ntasks: { a: { run: x } }\n';
