import { inflateRawSync } from 'node:zlib';

/**
 * The files in a ZIP archive, which a `.vsix` is, by name. After APPNOTE.TXT, PKWARE's description of the format.
 *
 * @param {Buffer} archive
 * @returns {Map<string, Buffer>}
 * @throws {Error} when it isn't a whole archive
 */
export function readZip(archive) {
  const end = archive.lastIndexOf('PK\x05\x06');
  if (end === -1) throw new Error('This is no ZIP archive, or its end is missing.');
  const files = new Map();
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) =>
      archive.readUInt16LE(entry + at),
    );
    const name = archive.toString('utf8', entry + 46, entry + 46 + nameLength);
    if (!name.endsWith('/')) files.set(name, contentOf(archive, entry, name));
    entry += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

const STORED = 0;
const DEFLATED = 8;

function contentOf(archive, entry, name) {
  const method = archive.readUInt16LE(entry + 10);
  const [packedSize, size, local] = [20, 24, 42].map((at) => archive.readUInt32LE(entry + at));
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedSize);
  if (method !== STORED && method !== DEFLATED)
    throw new Error(`${name} is packed in a way that isn't known here.`);
  const content = method === DEFLATED ? inflateRawSync(packed) : packed;
  if (content.length !== size) throw new Error(`${name} has ${content.length} bytes instead of ${size}.`);
  return content;
}
