import { afterEach, beforeEach, expect, test } from "vitest";
import {
  openRulesDesk,
  rulesIn,
  rulesPath,
} from "../../../tests/open-rules-desk.ts";
import { createTestSite } from "../../actions/create-site.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { pagesWith } from "../owner-pages.fixture.ts";

let desk: Awaited<ReturnType<typeof openRulesDesk>>;
let owner: (typeof desk)["owner"];
beforeEach(async () => {
  desk = await openRulesDesk();
  ({ owner } = desk);
});
afterEach(() => owner.close());

test("what the table leaves out, and what nothing bounds, is said beside it", async () => {
  const fields = await desk.form();
  const { text } = await desk.send(fields, "simulate");
  expect(text).toContain("What a lead gives is left out of this table");
  expect(text).toContain("1,000 friends would cost ¥300,000.");
  fields.set("sim.leads", "2").set("budgetMinor", "100000");
  const bounded = (await desk.send(fields, "simulate")).text;
  expect(bounded).not.toContain("is left out of this table");
  expect(bounded).not.toContain("friends would cost");
});

test("the simulator shows what the form's present values come to", async () => {
  const page = (await owner.get("/owner/program?lang=en"))
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  expect(page).toContain("Rate ¥100,000 ¥500,000 ¥3,000,000");
  expect(page).toContain(
    "3 % now ¥1,200 ROI 1,566.67 % ¥6,000 ROI 1,566.67 % ¥20,000 ROI 2,900 % cut by the cap",
  );
  const fields = await desk.form();
  fields.set("margins.default", "25").set("sim.prices", "100,000, 200000");
  const { text } = await desk.send(fields, "simulate");
  expect(text).toContain("At a margin of 25 %");
  expect(text).toContain("3 % now ¥750");
  expect(text).toContain("below 35 %, start at 1.5 to 2 %");
  expect((await desk.inForce()).margins.default).toBe(4000);
});

test("rules are rehearsed on real orders from the form", async () => {
  const hanako = await owner.member("hanako", { name: "花子" });
  await owner.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "S-1",
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "taro" },
    code: hanako.code,
    occurredAt: owner.clock.now,
  });
  const fields = await desk.form();
  fields.set("steps[1].referrer.amount", "4");
  const { text } = await desk.send(fields, "rehearse");
  expect(text).toContain("1 credited conversions");
  expect(text).toContain("Cost ¥2,400 ¥2,800");
  expect(text).toContain("花子 ¥1,200 ¥1,600 +¥400");
  const wrong = await desk.send(fields.set("days", "9999"), "rehearse");
  expect(wrong.status).toBe(422);
});

test("every version stands in the history with what it changed, and can be taken up again", async () => {
  const fields = await desk.form();
  await desk.publish(fields.set("steps[1].friend.amount", "4"));
  const history = await owner.get("/owner/program/history?lang=en");
  expect(history).toContain("Version 2");
  expect(history).toContain("sale: The friend gets");
  expect(history).toContain("The first version.");
  expect(history).toContain("the owner");
  expect(history).toContain("made with the site");
  const first = await owner.get("/owner/program/versions/1?lang=en");
  expect(first).toContain("The rules of version 1");
  const takenUp = rulesIn(await owner.get(`${rulesPath}&from=1`));
  expect(takenUp.get("steps[1].friend.amount")).toBe("3");
  expect(takenUp.get("base")).toBe("2");
  expect((await owner.request(`${rulesPath}&from=9`)).status).toBe(404);
});

test("a programme for partners begins as a paused copy", async () => {
  const { csrf = "" } = Object.fromEntries(await desk.form());
  const copy = (id: string) =>
    owner.post("/owner/program/copies?program=default", [
      ["csrf", csrf],
      ["id", id],
      ["name", "Partners"],
      ["audience", "partner"],
    ]);
  const { location } = await copy("partners");
  expect(location).toBe("/owner/program?program=partners");
  const program = await desk.inForce("partners");
  expect(program).toMatchObject({
    name: "Partners",
    audience: "partner",
    state: "paused",
  });
  expect(program.steps).toEqual((await desk.inForce()).steps);
  expect(await owner.get("/owner/program")).toContain("program=partners");
  await copy("partners");
  expect(await owner.get(rulesPath)).toContain("of that name already");
  await copy("Not Good");
  expect(await owner.get(rulesPath)).toContain("Use 1 to 40 of");
});

test("a programme that is not there is a page that says so", async () => {
  expect((await owner.request("/owner/program?program=x")).status).toBe(404);
  const history = await owner.request("/owner/program/history?program=x");
  expect(history.status).toBe(404);
});

test("a copy that the collector refuses is told in words", async () => {
  const made = pagesWith();
  await made.signIn();
  await made.get("/owner?lang=en");
  const message = "Expected a page on one of the site's origins.";
  made.run.mockRejectedValueOnce(
    new DomainError("invalid_field", `landingUrl: ${message}`, [
      { path: "landingUrl", message },
    ]),
  );
  await made.act("/owner/program/copies?program=default", {
    id: "partners",
    name: "Partners",
    audience: "partner",
  });
  expect(made.run).toHaveBeenCalledOnce();
  expect(await made.get(rulesPath)).toContain("That did not work.");
});

test("another language keeps what was typed and not saved, and Enter still previews", async () => {
  const html = await owner.get("/owner/program?lang=en");
  const fields = rulesIn(html);
  fields.set("name", "Half typed");
  fields.set("do", "language-ja");
  const answer = await owner.post("/owner/program?program=default", fields);
  expect(answer.status).toBe(200);
  expect(answer.html).toContain('<html lang="ja">');
  expect(rulesIn(answer.html).get("name")).toBe("Half typed");
  expect(await owner.get("/owner")).toContain('<html lang="ja">');
  const [first] = /<button [^>]*name="do"[^>]*>/.exec(html) ?? [];
  expect(first).toContain('value="preview"');
});

test("that nobody has said who is new stands beside the other warnings", async () => {
  const fields = await desk.form();
  expect((await desk.send(fields, "preview")).text).toContain(
    "nobody has said who is new",
  );
  fields.delete("attribution.newCustomersOnly");
  expect((await desk.send(fields, "preview")).text).not.toContain(
    "nobody has said who is new",
  );
});

test("another site is not chosen over an unpublished form unless it is chosen twice", async () => {
  const { id } = await createTestSite(owner.work, {
    siteId: owner.siteId,
    by: "owner",
  });
  const fields = (await desk.form()).set("site", id);
  const changed = new Map(fields).set("steps[1].referrer.amount", "4");
  const { html } = await desk.send(changed, "site");
  expect(html).toContain("What you changed here is not published");
  expect(rulesIn(html).get("steps[1].referrer.amount")).toBe("4");
  expect(html).toContain('action="/owner/sites/choice"');
  const { location } = await desk.send(fields, "site");
  expect(location).toBe("/owner/program");
  expect(await owner.get("/owner/program")).toContain("Test site:");
});
