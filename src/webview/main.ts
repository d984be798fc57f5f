import { byId } from './byId.ts';
import { createGraphView } from './graphView.ts';
import { connectHost } from './host.ts';

const root = byId('graph');
const host = connectHost(root.dataset['file']);
const view = createGraphView(root, byId('announcements'), host);
host.listen((message) => {
  if (message.type === 'snapshot') view.show(message);
  else view.select(message.task);
});
host.post({ type: 'ready' });
