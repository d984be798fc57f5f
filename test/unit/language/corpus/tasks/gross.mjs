export default async ({ with: given }) => ({ files: Object.keys(given) });
