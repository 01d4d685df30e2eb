import type { Collector } from "../collector.ts";
import { qrPng, qrSvg } from "./qr-image.ts";
import { withSharePage } from "./with-share-page.ts";

/**
 * `GET /s/:token/qr.svg` and `qr.png`: a picture for mails and packing slips. It
 * leads to the share page itself, or with `?of=link` by the member's link to the shop.
 */
export function qrCode(collector: Collector, format: "svg" | "png") {
  return withSharePage(collector, (c, { page, path }) => {
    const address =
      c.req.query("of") === "link"
        ? `${page.link}?channel=qr`
        : new URL(path, collector.reading.publicUrl).href;
    const headers = {
      // It says nothing but its own address, which lasts as long as the member.
      "Cache-Control": "private, max-age=86400",
      // Mail programs on the web show it on pages of their own.
      "Cross-Origin-Resource-Policy": "cross-origin",
      "X-Robots-Tag": "noindex",
    };
    return format === "svg"
      ? c.body(qrSvg(address), 200, {
          ...headers,
          "Content-Type": "image/svg+xml",
        })
      : c.body(new Uint8Array(qrPng(address)), 200, {
          ...headers,
          "Content-Type": "image/png",
        });
  });
}
