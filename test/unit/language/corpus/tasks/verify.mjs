export default async function verify({ with: { tables }, env }) {
  if (!env.DATABASE_URL) throw new Error('no database');
  return { tables: tables.length };
}
