const task = {};
export default {
  run() {},
};
