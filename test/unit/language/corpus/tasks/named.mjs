export function count() {
  return 1;
}

async function run() {
  return { count: count() };
}

export { run as default };
