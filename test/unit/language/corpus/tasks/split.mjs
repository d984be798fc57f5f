export default ({ with: { folds } }) => {
  const parts = Array.from({ length: folds }, (_, i) => i);
  return { parts };
};
