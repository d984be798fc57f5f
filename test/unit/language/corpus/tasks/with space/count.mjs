export default () => ({ count: 1 });
