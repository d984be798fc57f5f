export default async function ({ progress }) {
  progress(0.4, 'epoch 4 of 10');
}
