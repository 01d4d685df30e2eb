import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../tests/eventually.ts";
import { me, program } from "./testing/fixtures.ts";
import { find, findText, openShop, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");

/** What proxies, other programs and half-broken ones answer with a 200. */
const nonsense: Record<string, string> = {
  "a page": "<h1>Wi-Fi</h1>",
  nothing: "",
  null: "null",
  "an empty object": "{}",
  "a list of nothing": "[null]",
  "a word": '"OK"',
};

const problems: unknown[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent) => {
  problems.push("reason" in event ? event.reason : event.error);
  event.preventDefault();
};

beforeEach(() => {
  problems.length = 0;
  addEventListener("error", note);
  addEventListener("unhandledrejection", note);
});
afterEach(() => {
  removeEventListener("error", note);
  removeEventListener("unhandledrejection", note);
});

test.each(Object.entries(nonsense))(
  "to %s every screen stays calm, and can be tried again",
  async (_, answer) => {
    const shop = openShop();
    const { fetch } = shop;
    shop.fetch = async () => new Response(answer);
    const elements = [
      shop.show("share", { token }),
      shop.show("reward", { token, program: "b" }),
      shop.show("progress", { token, program: "c" }),
      shop.show("share", { program: "d" }),
    ];
    for (const element of elements) {
      await findText(element, "うまく読み込めませんでした。");
    }
    shop.show("welcome");
    for (const element of elements) element.fetch = fetch;
    expect(problems).toEqual([]);
  },
);

test.each(Object.entries(nonsense))(
  "to %s a join is said not to have worked, and the code at checkout is kept",
  async (_, answer) => {
    const shop = openShop();
    const { fetch } = shop;
    shop.fetch = async (url, init) =>
      init?.method === "POST" ? new Response(answer) : fetch(url, init);
    const share = shop.show("share");
    (await find<HTMLInputElement>(share, "[name=terms]")).checked = true;
    (await find(share, "[type=submit]")).click();
    await findText(share, "参加できませんでした。");
    const code = shop.show("code");
    const field = await find<HTMLInputElement>(code, "input");
    field.value = "7k9m 2qxb";
    field.dispatchEvent(new Event("input"));
    await findText(code, "いま確認できませんでした");
    expect(code.querySelector("input")?.value).toBe("7K9M2QXB");
    expect(problems).toEqual([]);
  },
);

test("after nonsense, trying again shows what there is", async () => {
  const shop = openShop({ program: {} as typeof program });
  const share = shop.show("share");
  await findText(share, "うまく読み込めませんでした。");
  shop.program = program;
  (await find(share, "button")).click();
  await find(share, "[part=join]");
});

test("while a slow collector thinks the place is held, and after a second that is said", async () => {
  const shop = openShop();
  const { promise, resolve } = Promise.withResolvers<void>();
  const { fetch } = shop;
  shop.fetch = async (...call) => {
    await promise;
    return fetch(...call);
  };
  const share = shop.show("share", { token });
  const busy = await find(share, "[aria-busy]");
  expect(busy.offsetHeight).toBeGreaterThan(700);
  expect(busy.textContent).toBe("");
  // An empty box says nothing to whoever cannot see it; at once would be chatter.
  const status = await find(share, "[role=status]");
  expect(status.textContent).toBe("");
  await findText(share, "読み込んでいます…");
  resolve();
  await find(share, "[part=code]");
  await eventually(() =>
    expect(share.shadowRoot?.querySelector("[aria-busy]")).toBeNull(),
  );
  expect(status.textContent).toBe("");
  expect(me().member.code).toBe(
    share.shadowRoot?.querySelector<HTMLInputElement>("[part=code]")?.value,
  );
});
