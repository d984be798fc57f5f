export default async function train({ with: { model, seed } }) {
  const result = {};
  result.rmse = seed / 10;
  result['model'] = model;
  return result;
}
