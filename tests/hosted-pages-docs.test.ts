import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifySignedToken } from "../collector/http/signed-token.ts";
import { temporaryFolder } from "./collector-process.ts";
import { openApp } from "./open-app.ts";

interface Printed {
  progressAddress(url: string, customerId: string, key: string): string;
  referralPart(needs: {
    collector: string;
    secretKey: string;
    customerId: string;
    fetch: typeof fetch;
  }): Promise<{ text: string; html: string; slip: string }>;
}

let open: Awaited<ReturnType<typeof openApp>>;
let printed: Printed;
beforeEach(async () => {
  open = await openApp();
  printed = await example();
});
afterEach(() => open.close());

/** The examples of the document, as a shop would paste them into one file. */
async function example(): Promise<Printed> {
  const text = readFileSync("docs/hosted-pages.md", "utf8");
  const server = pathToFileURL("sdk/server/index.ts").href;
  const code = [...text.matchAll(/^```js\n([\s\S]*?)^```/gm)]
    .map(([, block]) => block)
    .join("\n")
    .replace('"enishi/server"', JSON.stringify(server));
  const file = join(temporaryFolder(), "order-mail.mjs");
  writeFileSync(file, code);
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

const part = (secretKey = "sk_test") =>
  printed.referralPart({
    collector: "https://ref.shop.example",
    secretKey,
    customerId: "customer/1",
    fetch: ((address: string, init: RequestInit) =>
      open.app.request(address, init)) as typeof fetch,
  });

test("the printed order mail has a page and pictures that open", async () => {
  const { text, html, slip } = await part();
  const [page = ""] = text.match(/https:\S+/) ?? [];
  expect(html).toContain(`href="${page.replaceAll("&", "&amp;")}"`);
  const answer = await open.app.request(page);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("ただいま確認しています");
  for (const [from, type] of [
    [html, "image/png"],
    [slip, "image/svg+xml"],
  ] as const) {
    const [, picture = ""] = /<img src="([^"]+)"/.exec(from) ?? [];
    const shown = await open.app.request(picture);
    expect(shown.headers.get("content-type")).toBe(type);
  }
  expect(text + html + slip).not.toContain("token=");
});

test("where the collector refuses, the mail goes out without the part", async () => {
  expect(await part("sk_wrong")).toEqual({ text: "", html: "", slip: "" });
});

test("the printed way from the account is a fresh proof, where no server sees it", async () => {
  const address = printed.progressAddress(
    "https://ref.shop.example/s/x",
    "customer/1",
    "sig_test",
  );
  const { pathname, search, hash } = new URL(address);
  expect(pathname + search).toBe("/s/x/progress");
  const { claims } = verifySignedToken(hash.replace("#token=", ""), {
    keys: ["sig_test"],
    audience: "member",
    now: Date.now(),
  });
  expect(claims).toMatchObject({ sub: "customer/1" });
});
