export default class Task {}
