/** Shorter spellings than this, and lines, mask nothing: they would stand in too much that has nothing to do with it. */
const SHORTEST = 4;

/**
 * All ways in which a secret may be written down, as bytes: as it is, each line of it, in JSON, in a URL, in quotes of a
 * shell, in hexadecimal digits, and in base64, also inside longer base64 text. None for a blank one.
 */
export function spellings(secret: string): readonly Buffer[] {
  const value = secret.toWellFormed();
  // What ends in a line break is told without it by most programs.
  const wholes = [value, value.replace(/[\r\n]+$/, '')].filter((whole) => whole.trim() !== '');
  const lines = value.split(/\r\n|\r|\n/).map((line) => line.trim());
  const derived = [
    ...(lines.length > 1 ? lines : []),
    // Of many lines these are each line by itself, with something else in between.
    ...(lines.length > 1 ? lines : wholes).flatMap((text) => [
      ...inJson(text),
      ...inUrls(text),
      ...inShells(text),
    ]),
    ...wholes.flatMap((whole) => encoded(Buffer.from(whole))),
  ];
  const all = new Set([...wholes, ...derived.filter((text) => text.length >= SHORTEST)]);
  return [...all].map((text) => Buffer.from(text));
}

function inJson(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const ascii = json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [json, json.replaceAll('/', '\\/'), ascii];
}

/** As browsers, as forms and as other languages encode them; with capital and small digits. */
function inUrls(text: string): readonly string[] {
  const browser = encodeURIComponent(text);
  const strict = browser.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const form = new URLSearchParams([['', text]]).toString().slice(1);
  const all = [browser, strict, strict.replaceAll('%20', '+'), strict.replaceAll('%2F', '/'), form];
  return [...all, ...all.map((url) => url.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()))];
}

/** Inside of single quotes, as `sh -x` shows commands. */
function inShells(text: string): readonly string[] {
  return text.includes("'") ? [text.replaceAll("'", "'\\''"), text.replaceAll("'", `'"'"'`)] : [];
}

function encoded(bytes: Buffer): readonly string[] {
  const hex = bytes.toString('hex');
  const base64 = [...inBase64(bytes)];
  return [
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/** The lengths at which programs break base64 text into lines. */
const LINE_LENGTHS = [64, 76];

function* inBase64(bytes: Buffer): Iterable<string> {
  const alone = bytes.toString('base64');
  yield alone;
  yield alone.replace(/=+$/, '');
  for (const length of LINE_LENGTHS) {
    if (alone.length <= length) continue;
    for (let at = 0; at < alone.length; at += length) yield alone.slice(at, at + length);
  }
  // Inside of more: three bytes are four digits of 6 bits, so it depends on how many bytes stand before it. Only the
  // digits that are made of nothing else are the same whatever stands around.
  for (const before of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    yield text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  }
}
