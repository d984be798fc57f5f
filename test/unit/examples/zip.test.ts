import assert from 'node:assert/strict';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { load } from './support/load.ts';

const { readZip } = await load<{ readZip(archive: Buffer): ReadonlyMap<string, Buffer> }>('ci-cd/zip.mjs');
const { pathsIn } = await load<{ pathsIn(manifest: object): readonly string[] }>('ci-cd/verify.mjs');

/** An archive as any packer writes it: local headers with their data, the directory, its end. */
function zip(files: ReadonlyMap<string, Buffer>, { deflate = true } = {}): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const packed = deflate ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe('examples: ZIP', () => {
  it('gives back whatever was packed', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.endsWith('/'));
    const content = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, content), { maxLength: 8 }), fc.boolean(), (pairs, deflate) => {
        const files = new Map(pairs);
        assert.deepEqual(readZip(zip(files, { deflate })), files);
      }),
    );
  });

  it('refuses what isn’t a whole archive', () => {
    const archive = zip(new Map([['a', Buffer.from('text')]]));
    assert.throws(() => readZip(Buffer.from('no archive')), /no ZIP archive/);
    assert.throws(() => readZip(archive.subarray(0, -22)), /no ZIP archive/);
    const wrong = Buffer.from(archive);
    wrong.writeUInt32LE(99, wrong.indexOf('PK\x01\x02') + 24);
    assert.throws(() => readZip(wrong), /a has 4 bytes instead of 99/);
  });
});

describe('examples: files that a package.json names', () => {
  it('are found wherever they stand', () => {
    const manifest = {
      name: 'x',
      main: './dist/a.cjs',
      icon: 'media/i.png',
      bin: { x: './dist/cli.js' },
      contributes: {
        languages: [
          { extensions: ['.flow.yaml'], configuration: './l.json', icon: { dark: './media/d.svg' } },
        ],
        commands: [{ command: 'flow.run', title: 'See a.json', icon: '$(play)' }],
      },
    };
    assert.deepEqual(pathsIn(manifest), [
      './dist/a.cjs',
      'media/i.png',
      './dist/cli.js',
      './l.json',
      './media/d.svg',
    ]);
  });
});
