import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "../tests/eventually.ts";
import { program } from "./testing/fixtures.ts";
import { find, findText, openShop } from "./testing/page.ts";

test("where nobody is identified, one joins by accepting the terms", async () => {
  const shop = openShop();
  const share = shop.show("share");
  await findText(share, "参加規約（2026-11版）に同意します");
  expect((await find<HTMLAnchorElement>(share, "form a")).href).toBe(
    "https://shop.example/terms",
  );
  const submit = await find(share, "[type=submit]");
  await userEvent.click(submit);
  await findText(share, "参加規約への同意が必要です。");
  expect(shop.called("POST /v1/members")).toHaveLength(0);

  await userEvent.fill(await find(share, "[type=email]"), "hanako@example.jp");
  await userEvent.click(await find(share, "[type=checkbox]"));
  await userEvent.click(submit);
  await find(share, "input[part=link]");
  const { body } = shop.called("POST /v1/members")[0] ?? {};
  expect(body).toEqual({
    site: "pk_test",
    visitor: "vis_1",
    acceptedTerms: "2026-11",
    joinKey: expect.stringMatching(/^\w{32}$/),
    email: "hanako@example.jp",
  });
  await eventually(async () =>
    expect((await find(share, "[role=status]")).textContent).toContain(
      "控えておいてください",
    ),
  );
});

test("whoever joins is known as this browser's visitor, so that the own link earns nothing", async () => {
  const shop = openShop();
  shop.context = { ...shop.context, visitor: null };
  const share = shop.show("share");
  await find(share, "form");
  expect(shop.context.visitor).toBeNull();
  await joinIn(share);
  expect(shop.called("POST /v1/members")[0]?.body.visitor).toBe("vis_made");
});

test("the form says what happens when the device is lost", async () => {
  await findText(openShop().show("share", { locale: "en" }), "keep this link");
});

test("a wrong mail address is pointed out", async () => {
  const shop = openShop();
  const share = shop.show("share");
  await userEvent.fill(await find(share, "[type=email]"), "hanako");
  await userEvent.click(await find(share, "[type=checkbox]"));
  await userEvent.click(await find(share, "[type=submit]"));
  await findText(share, "メールアドレスの形式をご確認ください。");
  const field = await find(share, "[type=email]");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const beside = field.getAttribute("aria-describedby")?.split(" ")[1];
  expect((await find(share, `#${beside}`)).textContent).toBe(
    "メールアドレスの形式をご確認ください。",
  );
  expect(shop.called("POST /v1/members")).toHaveLength(0);
});

test("a device that lost its member token joins again with the same secret", async () => {
  const first = openShop();
  await joinIn(first.show("share"));
  const joined = first.called("POST /v1/members")[0]?.body.joinKey;
  const again = openShop({ me: 401 });
  const share = again.show("share");
  await joinIn(share);
  await eventually(() =>
    expect(again.called("POST /v1/members")[0]?.body.joinKey).toBe(joined),
  );
});

test("an ended programme is not joined", async () => {
  const shop = openShop({ program: { ...program, state: "ended" } });
  const share = shop.show("share");
  await findText(share, "終了しました");
  expect(share.shadowRoot?.querySelector("form")).toBeNull();
});

test("without an answer about the programme there is a way to try again", async () => {
  const shop = openShop({ program: null });
  const share = shop.show("share");
  await findText(share, "うまく読み込めませんでした。");
  shop.program = program;
  (await find(share, "button")).click();
  await find(share, "form");
  await headingHasFocus(share);
});

test("whoever joins by keyboard goes on at the heading", async () => {
  const share = openShop().show("share");
  await joinIn(share);
  await find(share, "input[part=link]");
  await headingHasFocus(share);
});

function headingHasFocus(share: Element): Promise<void> {
  return eventually(() =>
    expect(share.shadowRoot?.activeElement?.localName).toBe("h2"),
  );
}

async function joinIn(share: Element): Promise<void> {
  await userEvent.click(await find(share, "[type=checkbox]"));
  await userEvent.click(await find(share, "[type=submit]"));
  await eventually(() =>
    expect(localStorage._enishi_member).toContain("joinKey"),
  );
}
