import { beforeEach, expect, test } from "vitest";
import { fieldsIn, openOwner } from "../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
  await owner.get("/owner?lang=en");
  return () => owner.close();
});

const report = async (orderId: string) =>
  (
    await owner.asServer("POST", "/v1/conversions", {
      type: "sale",
      orderId,
      amountMinor: 1_000,
      currency: "JPY",
      customer: { id: `customer ${orderId}` },
    })
  ).body.id as string;

/** Sends a form of a page, and answers the page that it leads to. */
async function refused(
  page: string,
  form: string,
  typed: Record<string, string>,
) {
  const csrf = fieldsIn(await owner.get(page)).get("csrf") ?? "";
  const { location } = await owner.post(form, [
    ["csrf", csrf],
    ...Object.entries(typed),
  ]);
  const [path = "", place] = (location ?? "").split("#");
  return { html: await owner.get(path), place };
}

/** What stands in a form of a page. */
function formIn(html: string, action: string) {
  const [, form = ""] =
    new RegExp(`action="${action}"(.*?)</form>`, "s").exec(html) ?? [];
  return { fields: fieldsIn(form), form };
}

test.each(["abc", "-5", "1001"])(
  "an amount to give back that cannot be, %s, stays in its field, which is open",
  async (amount) => {
    const path = `/owner/orders/${await report("A-1")}`;
    const form = `${path}/refund`;
    await owner.get(`${form}?reason=chargeback&amount=${amount}`);
    const html = await owner.get(path);
    expect(html).toContain('<details class="void" open=""><summary>Money was');
    expect(formIn(html, form).fields).toEqual(
      new Map([
        ["amount", amount],
        ["reason", "chargeback"],
      ]),
    );
    expect(formIn(html, form).form).toContain("at most ¥1,000");
    const again = formIn(await owner.get(path), form);
    expect(again.fields.get("amount")).toBe("");
  },
);

test("an unknown member and the reason stay at the order they were typed for", async () => {
  const [one, other] = [await report("A-1"), await report("A-2")];
  const page = "/owner/queue/unmatched";
  const form = `${page}/${one}/credit`;
  const typed = { typed: "nobody", reason: "said so" };
  const { html, place } = await refused(page, form, typed);
  expect(place).toBe(`credit-${one}`);
  expect(html).toContain(`<details id="credit-${one}" open=""`);
  expect(html).toContain(`<details id="credit-${other}" class`);
  const found = formIn(html, form);
  expect(Object.fromEntries(found.fields)).toMatchObject(typed);
  expect(found.form).toContain('<p class="error">');
});

test("a decision without an answer stays chosen", async () => {
  const { body } = await owner.asPage("POST", "/v1/members", {
    site: "pk_test",
    acceptedTerms: true,
    joinKey: "a-secret-of-this-device",
  });
  const asked = { about: null, message: "one is missing" };
  const dispute = await owner.asPage("POST", "/v1/me/disputes", asked, {
    Authorization: `Bearer ${body.token}`,
  });
  const form = `/owner/queue/disputed/${dispute.body.id}/answer`;
  const typed = { decision: "declined", message: " " };
  const { html } = await refused("/owner/queue/disputed", form, typed);
  expect(formIn(html, form).form).toContain('value="declined" checked=""');
});

test("a copy with a bad name keeps both of its names", async () => {
  const form = "/owner/program/copies";
  const typed = { id: "Bad Name", name: "Partners", audience: "employee" };
  const { html, place } = await refused("/owner/program", form, typed);
  expect(place).toBe("copy");
  expect(html).toContain('name="id" value="Bad Name"');
  expect(html).toContain('name="name" value="Partners"');
  expect(html).toContain('<option value="employee" selected="">');
});
