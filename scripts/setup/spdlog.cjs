// Stands in for the native module @vscode/spdlog in the fetched VS Code server, where output channels and logs are
// files that it writes. The real one has to be compiled, which a machine with only Node and npm can't do; without
// it every output channel stays empty. Same interface, plain Node: each message is written before the call returns.
const { closeSync, mkdirSync, openSync, writeSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  #file;
  #level = levels.indexOf('info');
  #bare = false;

  constructor(_type, _name, path) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'a');
    for (const level of levels) this[level] = (message) => this.#write(level, message);
  }

  #write(level, message) {
    if (this.#file === undefined || levels.indexOf(level) < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    writeSync(this.#file, this.#bare ? message : `${time} [${level}] ${message}\n`);
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  /** Output channels ask for their text as it is. */
  clearFormatters() {
    this.#bare = true;
  }

  setPattern() {}

  flush() {}

  drop() {
    if (this.#file === undefined) return;
    closeSync(this.#file);
    this.#file = undefined;
  }
}

const createLogger = async (name, path) => new Logger('rotating', name, path);

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
