/**
 * Several files in one, stored without compression (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).
 */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

/** The check sum of bytes (CRC-32). */
export function checkSum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * @param {Array<{name: string, text: string}>} files
 * @returns {Blob}
 */
export function zip(files) {
  const coder = new TextEncoder();
  const parts = [], directory = [];
  let offset = 0;
  for (const { name, text } of files) {
    const title = coder.encode(name), bytes = coder.encode(text);
    // Version 2.0, names in UTF-8, stored; dates as they come are left at 1 January 1980.
    const common = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0, ...word(checkSum(bytes)), ...word(bytes.length), ...word(bytes.length), ...half(title.length), 0, 0];
    parts.push(Uint8Array.from([...word(0x04034b50), ...common]), title, bytes);
    directory.push(Uint8Array.from([...word(0x02014b50), 20, 0, ...common, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...word(offset)]), title);
    offset += 30 + title.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Uint8Array.from([...word(0x06054b50), 0, 0, 0, 0, ...half(files.length), ...half(files.length), ...word(size), ...word(offset), 0, 0]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

const half = (number) => [number & 255, (number >>> 8) & 255];
const word = (number) => [...half(number), ...half(number >>> 16)];
