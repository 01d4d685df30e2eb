import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

/** Dark on white whatever the page's colours, with the four blank modules around that cameras need. */
const options = { ecc: "M", border: 4 } as const;

/** Pixels of a module in the PNG: 37 modules and more make a picture that prints sharply at 4 cm. */
const modulePixels = 16;

export function qrSvg(text: string, label?: string): string {
  const { data, size } = encode(text, options);
  const path = data.flatMap((row, y) =>
    row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")),
  );
  const role =
    label === undefined ? "" : ` role="img" aria-label="${escaped(label)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="qr"${role} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path.join("")}"/></svg>`;
}

/** For mails, whose readers show no SVG: one bit a pixel, black or white. */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, options);
  const width = size * modulePixels;
  const lines = data.flatMap((row) => {
    const line = Buffer.alloc(1 + Math.ceil(width / 8));
    row.forEach((isDark, x) => {
      // Sixteen pixels are two whole bytes.
      if (!isDark) line.fill(0xff, 1 + x * 2, 3 + x * 2);
    });
    return Array<Buffer>(modulePixels).fill(line);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header[8] = 1; // Bits a pixel; the rest is 0: grey, deflate, no filter, no interlace.
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (symbol) => `&#${symbol.charCodeAt(0)};`);
}
