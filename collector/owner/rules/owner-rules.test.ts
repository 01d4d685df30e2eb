import { afterEach, beforeEach, expect, test } from "vitest";
import { someId } from "../../../tests/open-app.ts";
import { fieldsIn } from "../../../tests/open-owner.ts";

import {
  openRulesDesk,
  rulesIn,
  rulesPath,
} from "../../../tests/open-rules-desk.ts";

let desk: Awaited<ReturnType<typeof openRulesDesk>>;
let owner: (typeof desk)["owner"];
beforeEach(async () => {
  desk = await openRulesDesk();
  ({ owner } = desk);
});
afterEach(() => owner.close());

test("a preview says what changes, in words, and publishes nothing", async () => {
  const before = await desk.inForce();
  const fields = await desk.form();
  fields.set("steps[1].referrer.amount", "4");
  const { status, text } = await desk.send(fields, "preview");
  expect(status).toBe(200);
  expect(text).toContain(
    "sale: The referrer gets 3 % of gross profit (points) 4 % of gross profit (points)",
  );
  expect(text).toContain("Publish as a new version");
  expect(await desk.inForce()).toEqual(before);
});

test("what was previewed is published as a new version, by the owner", async () => {
  const before = await desk.inForce();
  const fields = await desk.form();
  fields.set("steps[1].friend.amount", "4");
  const { status, location } = await desk.publish(fields);
  expect([status, location]).toEqual([303, rulesPath]);
  expect(await owner.get(rulesPath)).toContain("Version 2 is in force.");
  const steps = before.steps.map((step) =>
    step.on === "sale"
      ? { ...step, friend: { kind: "points" as const, rateBps: 400 } }
      : step,
  );
  expect(await desk.inForce()).toEqual({ ...before, steps });
  const { body } = await owner.asServer("GET", "/v1/programs/default/versions");
  expect(body.items[0]).toMatchObject({ version: 2, createdBy: "owner" });
});

test("nothing is published that was not previewed", async () => {
  const fields = await desk.form();
  fields.set("budgetMinor", "50000");
  const unseen = await desk.send(fields, "publish");
  expect(unseen.text).toContain("Something was changed after the preview.");
  const { html } = await desk.send(fields, "preview");
  fields.set("previewed", fieldsIn(html).get("previewed") ?? "");
  fields.set("budgetMinor", "90000");
  const changed = await desk.send(fields, "publish");
  expect(changed.text).toContain("Something was changed after the preview.");
  expect((await desk.inForce()).budgetMinor).toBeNull();
});

test("the rules in force are not published again", async () => {
  const { text } = await desk.send(await desk.form(), "publish");
  expect(text).toContain("there is nothing to publish");
});

test("a landing page outside the shop is refused at its field", async () => {
  const fields = await desk.form();
  fields.set("landingUrl", "https://evil.example/");
  const { html } = await desk.send(fields, "preview");
  fields.set("previewed", fieldsIn(html).get("previewed") ?? "");
  const refused = await desk.send(fields, "publish");
  expect(refused.text).toContain("one of the site’s origins");
  expect(rulesIn(refused.html).get("landingUrl")).toBe("https://evil.example/");
});

test("who published in the meantime is not overwritten", async () => {
  const fields = await desk.form();
  fields.set("budgetMinor", "50000");
  const { html } = await desk.send(fields, "preview");
  fields.set("previewed", fieldsIn(html).get("previewed") ?? "");
  const program = await desk.inForce();
  await owner.asServer("PUT", "/v1/programs/default", {
    ...program,
    name: "Theirs",
  });
  const stale = await desk.send(fields, "publish");
  expect(stale.text).toContain("Version 2 was published in the meantime.");
  expect(stale.text).toContain("Theirs");
  expect(rulesIn(stale.html).get("budgetMinor")).toBe("50000");
  expect((await desk.inForce()).name).toBe("Theirs");
  const again = await desk.send(
    rulesIn(stale.html).set("name", "Ours"),
    "preview",
  );
  expect(again.status).toBe(200);
});

test("what is wrong is said at its field, and nothing that was typed is lost", async () => {
  const fields = await desk.form();
  const typed = {
    name: "",
    landingUrl: "shop.example",
    timeZone: "Mars/Olympus",
    startsAt: "tomorrow",
    "steps[1].referrer.amount": "three",
    "steps[1].holdDays": "-1",
    "guardrail.maxBps": "1.234",
  };
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  const { status, html, text } = await desk.send(fields, "publish");
  expect(status).toBe(422);
  const wrong = [
    ...html.matchAll(/<[^>]* name="([^"]+)" aria-invalid="true"/g),
  ];
  expect(wrong.map(([, name]) => name).sort()).toEqual(
    Object.keys(typed).sort(),
  );
  expect(text).toContain("7 fields need another look. Nothing was lost.");
  expect(text).toContain("Give a time zone such as Asia/Tokyo.");
  const shown = fieldsIn(html.split('action="/owner/program/copies')[0] ?? "");
  for (const [name, value] of Object.entries(typed))
    expect(shown.get(name), name).toBe(value);
  expect(html).not.toContain('value="publish"');
});

test("errors are told in Japanese too", async () => {
  const fields = await desk.form();
  fields.set("budgetMinor", "たくさん");
  await owner.get("/owner?lang=ja");
  const { text } = await desk.send(fields, "preview");
  expect(text).toContain("0 以上の金額を数字で入れてください。");
});

test("rows are added and taken out, and the rest stays as typed", async () => {
  const fields = await desk.form();
  fields.set("name", "half-way").set("budgetMinor", "not yet");
  const more = rulesIn((await desk.send(fields, "add-steps")).html);
  expect(more.get("steps[2].row")).toBe("1");
  expect(more.get("budgetMinor")).toBe("not yet");
  const fewer = await desk.send(more, "remove-steps-0");
  const left = rulesIn(fewer.html);
  expect(left.get("steps[0].on")).toBe("sale");
  expect(left.get("steps[0].referrer.amount")).toBe("3");
  expect(left.has("steps[2].row")).toBe(false);
  expect(left.get("name")).toBe("half-way");
});

test("a class of goods that is there twice is refused", async () => {
  const fields = await desk.form();
  for (const row of [0, 1]) {
    fields.set(`margins[${row}].row`, "1");
    fields.set(`margins[${row}].name`, "food");
    fields.set(`margins[${row}].bps`, "25");
  }
  const { status, text } = await desk.send(fields, "preview");
  expect(status).toBe(422);
  expect(text).toContain("This name is there twice.");
});

test("a programme that can lose money is said so before it is published", async () => {
  const fields = await desk.form();
  fields.set("steps[1].referrer.unit", "fixed");
  fields.set("steps[1].referrer.amount", "30,000");
  fields.set("steps[1].cap.ofGrossBps", "");
  fields.set("steps[1].cap.fixedMinor", "");
  fields.set("guardrail.maxBps", "");
  const { text } = await desk.send(fields, "preview");
  expect(text).toContain("it costs ¥30,018");
  await owner.get("/owner?lang=ja");
  const ja = await desk.send(fields, "preview");
  expect(ja.text).toContain("特典が粗利を上回ることがあります。");
  expect(ja.text).toContain("費用が 30,018円です");
  expect(ja.html).not.toContain("A sale of");
});

test("a share above the whole is refused in the unit that it was typed in", async () => {
  const fields = await desk.form();
  fields.set("margins.default", "140");
  const { text } = await desk.send(fields, "preview");
  expect(text).toContain("Give 0 to 100 %");
  expect(text).not.toContain("basis points");
});

test("a programme that can lose money is published only by a tick", async () => {
  const before = await desk.inForce();
  const fields = await desk.form();
  fields.set("steps[0].friend.amount", "30000");
  const { html } = await desk.send(fields, "preview");
  expect(html).toContain('name="allTheSame"');
  expect((await desk.publish(fields)).text).toContain("Nothing was published");
  expect(await desk.inForce()).toEqual(before);
  fields.set("allTheSame", "on");
  expect((await desk.publish(fields)).status).toBe(303);
  expect((await desk.inForce()).steps[0]?.friend).toEqual({
    kind: "gift",
    fixedMinor: 30_000,
  });
});

test("a boost that ends before it starts is refused at its end", async () => {
  const boosts = [{ from: 2_000, to: 1_000, on: "lead", friend: null }];
  const { status, body } = await owner.asServer("PUT", "/v1/programs/default", {
    ...(await desk.inForce()),
    boosts,
  });
  expect([status, body.errors[0].path]).toEqual([400, "boosts[0].to"]);
  const fields = await desk.form();
  for (const [name, value] of Object.entries({
    row: "1",
    from: "2026-05-02T00:00",
    to: "2026-05-01T00:00",
    on: "lead",
    "referrer.kind": "unchanged",
    "friend.kind": "unchanged",
  }))
    fields.set(`boosts[0].${name}`, value);
  const { status: shown, text } = await desk.send(fields, "preview");
  expect(shown).toBe(422);
  expect(text).toContain("Give a day and a time after the start.");
});

test("the law stands beside what it is about", async () => {
  const fields = await desk.form();
  fields.set("steps[0].friend.amount", "500");
  const { text } = await desk.send(fields, "preview");
  expect(text).toContain(
    "lead, friend: ¥500 (gift). At most ¥300 where the purchase is ¥1,500. Above the limit",
  );
  expect(text).toContain("lead, referrer: ¥300 (gift). No limit.");
});

test("who followed a link before a change still brings what was promised, who follows it after brings the new", async () => {
  const hanako = await owner.member("hanako");
  const follow = (visitor: string) =>
    owner.events(
      [
        {
          id: someId(),
          type: "click",
          at: owner.clock.now,
          code: hanako.code,
        },
      ],
      { visitor },
    );
  const sell = async (visitor: string) => {
    const { body } = await owner.asServer("POST", "/v1/conversions", {
      type: "sale",
      orderId: `of-${visitor}`,
      amountMinor: 100_000,
      currency: "JPY",
      customer: { id: visitor },
      visitor,
      occurredAt: owner.clock.now,
    });
    return body.rewards.map(
      (reward: { amountMinor: number }) => reward.amountMinor,
    );
  };
  await follow("taro");
  owner.clock.now += 60_000;
  const fields = await desk.form();
  fields
    .set("steps[1].referrer.amount", "4")
    .set("steps[1].friend.amount", "4");
  expect((await desk.publish(fields)).status).toBe(303);
  owner.clock.now += 60_000;
  await follow("jiro");
  owner.clock.now += 60_000;
  expect(await sell("taro")).toEqual([1_200, 1_200]);
  expect(await sell("jiro")).toEqual([1_600, 1_600]);
});
