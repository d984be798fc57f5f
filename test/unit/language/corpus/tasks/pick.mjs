import { wrap } from './wrap.mjs';

export default wrap(async ({ with: { order } }) => ({ picked: order.id }));
