/** Reads a folder of invoices. */
export default async function invoices({ with: { folder, limit }, log }) {
  log(`Reading ${folder} up to ${limit}`);
  const found = { small: 0, large: 0 };
  return { ...found, total: 0 };
}
