module.exports = async function () {
  return { ok: true };
};
