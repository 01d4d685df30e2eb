import { afterEach, beforeEach, expect, test } from "vitest";
import { someId } from "../../tests/open-app.ts";
import { openOwner } from "../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
});
afterEach(() => owner.close());

test.each(["en", "ja"])(
  "every link of the pages in %s leads to a page, and to its place on it",
  async (language) => {
    await fill();
    const broken: string[] = [];
    const pages = new Map<string, string>();
    const queue = [{ from: "", to: `/owner?lang=${language}` }];
    for (const { from, to } of queue) {
      const [address = "", place] = to.split("#");
      if (!pages.has(address)) {
        const answer = await owner.request(address);
        if (!answer.ok) broken.push(`${from} -> ${to}: ${answer.status}`);
        const html = await answer.text();
        pages.set(address, html);
        for (const next of linksOf(html, address))
          queue.push({ from: address, to: next });
      }
      if (place && !pages.get(address)?.includes(`id="${place}"`))
        broken.push(`${from} -> ${to}: no such place`);
    }
    expect(broken).toEqual([]);
    expect(pages.size).toBeGreaterThan(30);
  },
);

/** One of everything that a page can lead to. */
async function fill(): Promise<void> {
  const { code } = await owner.member("hanako");
  await owner.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A1",
    amountMinor: 100_000,
    currency: "JPY",
    code,
    customer: { id: "taro", existing: false },
  });
  await owner.events([
    {
      id: someId(),
      type: "sale",
      at: owner.clock.now,
      orderId: "A2",
      amountMinor: 5_000,
      currency: "JPY",
      code,
      visitor: "visitor-of-a2-00000000",
    },
  ]);
}

/** Within the owner's pages, and in the language they are read in. */
function linksOf(html: string, here: string): string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)]
    .map(
      ([, href = ""]) =>
        new URL(href.replaceAll("&amp;", "&"), `http://owner${here}`),
    )
    .filter(
      ({ host, pathname, searchParams }) =>
        host === "owner" &&
        pathname.startsWith("/owner") &&
        !searchParams.has("lang"),
    )
    .map(({ pathname, search, hash }) => pathname + search + hash);
}
