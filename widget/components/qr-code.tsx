import { encode } from "uqr";
import { linkFor } from "../../sdk/protocol/share-message.ts";
import { printOut } from "../print-out.ts";
import { saveFile } from "../save-file.ts";
import type { DrawerProps } from "../scene.ts";

export * from "../drawer-part.ts";

/** Points of a saved picture to one module of the code. */
const scale = 24;

/** The link as a QR code, dark on white in either colour scheme, with the quiet zone that cameras need; to show, save and print. */
export default function QrCode({ say, me, enishi, message }: DrawerProps) {
  const url = linkFor(message.link, "qr");
  const { path, size } = drawing(url);
  const acts: Record<string, (code: SVGElement) => void> = {
    savePng: () => savePng(url),
    saveSvg: (code) =>
      saveFile(
        new Blob([new XMLSerializer().serializeToString(code)], {
          type: "image/svg+xml",
        }),
        "qr.svg",
      ),
    print: (code) =>
      printOut(message.subject, code, message.disclosure, message.link),
  };
  return (
    <>
      <svg
        class="qr"
        role="img"
        aria-label={say("qrAlt", { link: message.link })}
        viewBox={`0 0 ${size} ${size}`}
        shape-rendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p class="hint">{say("qrHint")}</p>
      <div class="row acts">
        {(["savePng", "saveSvg", "print"] as const).map((name) => (
          <button
            key={name}
            type="button"
            class="button"
            part={`${name}-button`}
            onClick={({ currentTarget }: { currentTarget: Element }) => {
              if (me) enishi("share", { code: me.member.code, channel: "qr" });
              const code = currentTarget
                .closest("details")
                ?.querySelector<SVGElement>(".qr");
              if (code) acts[name]?.(code);
            }}
          >
            {say(name)}
          </button>
        ))}
      </div>
    </>
  );
}

/** Saves the QR code of an address as a picture. */
export function savePng(url: string): void {
  const { path, size } = drawing(url);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * scale;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.scale(scale, scale);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, size, size);
  context.fillStyle = "#000";
  context.fill(new Path2D(path));
  canvas.toBlob((blob) => blob && saveFile(blob, "qr.png"));
}

function drawing(url: string): { path: string; size: number } {
  const { data, size } = encode(url, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) =>
    row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")),
  );
  return { path: path.join(""), size };
}
