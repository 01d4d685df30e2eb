import { encode } from "uqr";
import { linkFor } from "../channels.ts";
import type { DrawerProps } from "../scene.ts";

export * from "../drawer-part.ts";

/** The link as a QR code, dark on white in either colour scheme, with the quiet zone that cameras need. */
export default function QrCode({ say, message: { link } }: DrawerProps) {
  const { data, size } = encode(linkFor(link, "qr"), { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) =>
    row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")),
  );
  return (
    <svg
      class="qr"
      role="img"
      aria-label={say("qrAlt", { link })}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join("")} fill="#000" />
    </svg>
  );
}
