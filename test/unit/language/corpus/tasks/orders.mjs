class Shop {
  orders = [];
}
const load = () => new Shop();
export default function () {
  return load();
}
