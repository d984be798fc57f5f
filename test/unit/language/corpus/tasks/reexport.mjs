export { default } from './draft.mjs';
