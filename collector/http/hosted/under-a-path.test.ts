import { expect, test } from "vitest";
import { openApp } from "../../../tests/open-app.ts";
import { phone } from "./hosted.fixture.ts";

const publicUrl = "https://www.shop.example/api/ties";

/** The addresses that a page leads to or loads, as a browser resolves them. */
function addressesIn(page: string, at: string): URL[] {
  const attributes = page.matchAll(/\s(?:href|src|action)="([^"#]*)"/g);
  return [...attributes]
    .map(([, value = ""]) => new URL(value.replaceAll("&amp;", "&"), at))
    .filter(({ protocol }) => protocol.startsWith("http"));
}

test("where browsers reach the collector under a path, every link of its pages does too", async () => {
  const open = await openApp();
  Object.assign(open.work, { publicUrl });
  const { code, shareUrl } = await open.member();
  expect(shareUrl).toContain(`${publicUrl}/s/`);
  const share = shareUrl.slice(publicUrl.length);
  const pages = [
    `/r/${code}?page`,
    `/r/${code}?page=preview`,
    share,
    `${share}?reward`,
    `${share}/progress`,
    "/disclosure?site=pk_test",
  ];
  const reached = new Set<string>();
  for (const path of pages) {
    const answer = await open.call("GET", path, undefined, {
      "User-Agent": phone,
      Accept: "text/html",
    });
    expect(answer.status, path).toBe(200);
    for (const { origin, pathname, search } of addressesIn(
      answer.text,
      publicUrl + path,
    )) {
      if (origin !== new URL(publicUrl).origin) continue;
      expect(pathname, path).toMatch(/^\/api\/ties\//);
      const own = pathname.slice("/api/ties".length) + search;
      reached.add(pathname.split("/")[3] ?? "");
      expect((await open.call("GET", own)).status, own).toBe(200);
    }
  }
  expect([...reached].sort()).toEqual(["disclosure", "r", "s"]);
  await open.close();
});
