export default async function best({ needs }) {
  const { rmse, model } = needs.train.outputs;
  return { rmse: Math.min(...rmse), model: model[0] };
}
