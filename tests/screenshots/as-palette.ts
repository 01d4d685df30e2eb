import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from("89504e470d0a1a0a", "hex");

/** The same picture in the 256 colours that stand for most of its points: about a third of the bytes. */
export function asPalette(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = chunks.find(({ name }) => name === "IHDR")?.data;
  if (!header) throw new Error("Expected a PNG.");
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  // Colour type 6 has a fourth byte for what shines through; a page has none.
  const bytes = header[9] === 6 ? 4 : 3;
  const data = chunks.filter(({ name }) => name === "IDAT");
  const raw = inflateSync(Buffer.concat(data.map(({ data }) => data)));
  const points = unfiltered(raw, width * bytes, bytes);
  const count = new Map<number, number>();
  for (let at = 0; at < points.length; at += bytes) {
    const colour = points.readUIntBE(at, 3);
    count.set(colour, (count.get(colour) ?? 0) + 1);
  }
  const palette = [...count]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 256)
    .map(([colour]) => colour);
  const nearest = new Map<number, number>();
  for (const colour of count.keys()) {
    nearest.set(colour, nearestOf(palette, colour));
  }
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 1; x <= width; x += 1, at += bytes) {
      rows[y * (width + 1) + x] = nearest.get(points.readUIntBE(at, 3)) ?? 0;
    }
  }
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => {
    colours.writeUIntBE(colour, index * 3, 3);
  });
  const indexed = Buffer.from(header);
  indexed[9] = 3;
  return Buffer.concat([
    signature,
    chunk("IHDR", indexed),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function nearestOf(palette: number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, other] of palette.entries()) {
    const distance = [16, 8, 0].reduce(
      (sum, shift) =>
        sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2,
      0,
    );
    if (distance < least) [best, least] = [index, distance];
    if (distance === 0) break;
  }
  return best;
}

/** Every row of a PNG says what was taken off its bytes, by those to the left and above. */
function unfiltered(raw: Buffer, rowBytes: number, bytes: number): Buffer {
  const rows = raw.length / (rowBytes + 1);
  const out = Buffer.alloc(rows * rowBytes);
  for (let y = 0; y < rows; y += 1) {
    const filter = raw[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x;
      const left = x < bytes ? 0 : (out[at - bytes] ?? 0);
      const above = y ? (out[at - rowBytes] ?? 0) : 0;
      const corner = y && x >= bytes ? (out[at - rowBytes - bytes] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1];
      const added =
        filter === 4 ? paeth(left, above, corner) : (guess[filter ?? 0] ?? 0);
      out[at] = (raw[y * (rowBytes + 1) + 1 + x] ?? 0) + added;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one));
  if (a === undefined || b === undefined || c === undefined) return 0;
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function chunksOf(png: Buffer): { name: string; data: Buffer }[] {
  const chunks = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      name: png.toString("latin1", at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), framed.length - 4);
  return framed;
}
