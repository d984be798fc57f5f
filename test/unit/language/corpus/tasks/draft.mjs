export default async function draft({ with: { tone } }) {
  return { text: `A ${tone} draft` };
}
