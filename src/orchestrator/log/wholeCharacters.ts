/** The longest UTF-8 character, bytes. */
const LONGEST = 4;

/** UTF-8 that may be torn at its two ends, without what is left there of a character. */
export function wholeCharacters(
  bytes: Buffer,
  torn: { readonly start: boolean; readonly end: boolean },
): Buffer {
  let start = 0;
  if (torn.start) while (start < LONGEST - 1 && isContinuation(bytes[start])) start++;
  return bytes.subarray(start, torn.end ? endOfWhole(bytes) : bytes.length);
}

function endOfWhole(bytes: Buffer): number {
  for (let back = 1; back < LONGEST && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (isContinuation(byte)) continue;
    return lengthAfter(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** The length of the character that a byte begins. Source: RFC 3629, section 3. */
function lengthAfter(first: number): number {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 1;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
