export { run as default } from "./fine.mjs";
