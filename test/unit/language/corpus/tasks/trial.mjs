export default function trial({ with: { tolerance } }) {
  if (tolerance > 1) throw Object.assign(new Error('no'), { retryable: false });
  return { difference: 0 };
}
