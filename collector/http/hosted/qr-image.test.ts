import { inflateSync } from "node:zlib";
import jsqr from "jsqr";
import { expect, test } from "vitest";
import { openApp } from "../../../tests/open-app.ts";
import { qrPng } from "./qr-image.ts";

/** Every fourth pixel of a PNG of one bit a pixel: what a camera sees from afar. */
function seen(png: Buffer) {
  const full = png.readUInt32BE(16);
  const width = full / 4;
  const length = png.readUInt32BE(33);
  const lines = inflateSync(png.subarray(41, 41 + length));
  const stride = 1 + full / 8;
  const pixels = new Uint8ClampedArray(width * width * 4);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const byte = lines[y * 4 * stride + 1 + (x >> 1)] ?? 0;
      const isLight = byte & (x & 1 ? 0x08 : 0x80);
      const at = (y * width + x) * 4;
      pixels.fill(isLight ? 255 : 0, at, at + 4);
    }
  }
  return jsqr(pixels, width, width)?.data;
}

test("a camera reads the PNG", () => {
  const address = `https://ref.shop.example/s/${"x".repeat(60)}`;
  const png = qrPng(address);
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(seen(png)).toBe(address);
  expect(png.length).toBeLessThan(5_000);
});

test("a member's picture leads to the share page, or by the link to the shop", async () => {
  const open = await openApp();
  const { shareUrl, link } = await open.member();
  const path = new URL(shareUrl).pathname;
  for (const [query, address] of [
    ["", shareUrl],
    ["?of=link", `${link}?channel=qr`],
  ]) {
    const answer = await open.app.request(`${path}/qr.png${query}`);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(seen(Buffer.from(await answer.arrayBuffer()))).toBe(address);
  }
  const svg = await open.call("GET", `${path}/qr.svg`);
  expect(svg.headers.get("content-type")).toBe("image/svg+xml");
  expect(svg.text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  await open.close();
});
