import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { keys } from "../../tests/collector-process.ts";
import { recipe } from "../../tests/recipe.ts";

/** What of Enishi the page has, and who comes; all else is the same. */
export const variants = [
  "bare",
  "inert",
  "tracker",
  "referred",
  "widget",
  "unheld",
] as const;

export type Variant = (typeof variants)[number];

export const hasWidget = (variant: Variant) =>
  variant === "widget" || variant === "unheld";

export interface BenchShop {
  origin: string;
  /** The script's and the widget's pages load from here. */
  setCollector(url: string): void;
  close(): void;
}

/** A thank-you page with text, a picture's place and a list, as shops have; the screen in the middle of what is seen at once. */
export async function openBenchShop(): Promise<BenchShop> {
  let collector = "";
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://shop");
    if (pathname === `${inertFolder}/enishi.js`) {
      response.setHeader("Content-Type", "text/javascript; charset=utf-8");
      response.end(inertScript());
      return;
    }
    const variant = pathname.slice(1) as Variant;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(page(variant, collector));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    setCollector(url) {
      collector = url;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Where the control's script is. */
export const inertFolder = "/inert";

/** The same bytes, and none of them runs: what a page pays for any script. */
function inertScript(): string {
  const script = readFileSync("dist/browser/enishi.js", "utf8");
  return script.replace("(function(){", "0&&(function(){");
}

/** As docs/api/elements.md says for whoever wants nothing to move before our script has come. */
const hold = recipe("docs/api/elements.md", "A place held", "css");

function page(variant: Variant, collector: string): string {
  const from = variant === "inert" ? inertFolder : collector;
  // As README has it.
  const script = `<script async src="${from}/enishi.js" data-site="${keys.site}" data-consent="granted"></script>`;
  const lines = Array.from(
    { length: 40 },
    (_, n) => `<li>Tea number ${n}, picked by hand, in a tin of 100 g</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Thank you</title><link rel="icon" href="data:,">
<style>body { font: 16px/1.5 sans-serif; max-width: 40em; margin: auto }
${variant === "widget" ? hold : ""}</style>
${variant === "bare" ? "" : script}
</head>
<body>
<h1>Thank you for your order</h1>
<p>It leaves us tomorrow, and you will hear of it.</p>
${hasWidget(variant) ? "<enishi-share></enishi-share>" : ""}
<h2>You may also like</h2>
<ul>${lines.join("\n")}</ul>
</body>
</html>`;
}
