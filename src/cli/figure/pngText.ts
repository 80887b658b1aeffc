/** Text in a PNG: an iTXt chunk (PNG specification, third edition, 11.3.3.4) before the image data. */

const SIGNATURE = 8;

/** CRC-32 of ISO 3309, as the PNG specification has it in annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunkOf(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** The image with `text` under the keyword, in UTF-8, not compressed. */
export function pngText(png: Uint8Array, keyword: string, text: string): Buffer {
  const bytes = Buffer.from(png);
  // the header chunk is the first one
  const end = SIGNATURE + 12 + bytes.readUInt32BE(SIGNATURE);
  const data = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, "latin1"), Buffer.from(text, "utf8")]);
  return Buffer.concat([bytes.subarray(0, end), chunkOf("iTXt", data), bytes.subarray(end)]);
}
