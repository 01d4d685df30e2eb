import { afterEach, beforeEach, expect, test } from "vitest";
import { fieldsIn, openOwner } from "../../tests/open-owner.ts";
import { settleDelivery } from "../actions/settle-delivery.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
});
afterEach(() => owner.close());

const place = "/owner/webhooks";
const receiver = "https://crm.example/hooks";

async function endpoints() {
  const { body } = await owner.asServer("GET", "/v1/endpoints");
  return body.items;
}

test("an address is added, and its secret is shown once", async () => {
  await owner.send(place, [
    ["url", receiver],
    ["reward.paid", "yes"],
  ]);
  expect(await owner.get(place)).toMatch(/<code>whsec_[\w+/=]+<\/code>/);
  const later = await owner.get(place);
  expect(later).not.toContain("whsec_");
  expect(later).toContain(receiver);
  expect(await endpoints()).toMatchObject([
    { url: receiver, events: ["reward.paid"], state: "enabled" },
  ]);
});

test.each([
  "http://crm.example/hooks",
  "https://127.0.0.1/hooks",
  "https://user:secret@crm.example/",
  "nonsense",
])("%s is refused, and stays in its field", async (url) => {
  const { status, html } = await owner.send(place, [
    ["url", url],
    ["reward.paid", "yes"],
  ]);
  expect(status).toBe(422);
  expect(html).toContain("This address cannot be used:");
  expect(fieldsIn(html).get("url")).toBe(url);
  expect(fieldsIn(html).has("reward.created")).toBe(false);
  expect(await endpoints()).toEqual([]);
});

test("an address that is told of nothing is not added", async () => {
  const { status, html } = await owner.send(place, [["url", receiver]]);
  expect(status).toBe(422);
  expect(html).toContain("Choose at least one thing");
});

test("a test is sent, and stands in the deliveries", async () => {
  await owner.send(place, [
    ["url", receiver],
    ["reward.paid", "yes"],
  ]);
  const [{ id }] = await endpoints();
  await owner.send(`${place}/${id}/tests`);
  const page = await owner.get(place);
  expect(page).toContain("A test is on its way.");
  expect(page).toContain("<code>webhook.test</code>");
  expect(await owner.get(`${place}?state=failed`)).toContain(
    "Nothing was sent.",
  );
});

test("an address is deleted, with its deliveries", async () => {
  await owner.send(place, [
    ["url", receiver],
    ["reward.paid", "yes"],
  ]);
  const [{ id }] = await endpoints();
  await owner.send(`${place}/${id}/deletion`);
  expect(await owner.get(place)).toContain("The address is deleted.");
  expect(await endpoints()).toEqual([]);
  await owner.send(`${place}/${id}/deletion`);
  expect(await owner.get(place)).toContain("It is not there any more.");
});

test("an address that was switched off is switched on again, and what was given up is sent again", async () => {
  await owner.send(place, [
    ["url", receiver],
    ["reward.paid", "yes"],
  ]);
  const [{ id }] = await endpoints();
  await owner.send(`${place}/${id}/tests`);
  const { body } = await owner.asServer("GET", "/v1/deliveries");
  const delivery = body.items[0].id;
  await settleDelivery(owner.work, {
    delivery,
    because: "gone",
    status: 410,
    detail: null,
    retryAfterMs: null,
    chance: 0,
  });
  const off = await owner.get(`${place}?lang=en`);
  expect(off).toContain("it answered that it is gone");
  expect(off).not.toContain("Send again");
  await owner.send(`${place}/${id}/enabling`);
  const on = await owner.get(place);
  expect(on).toContain("The address is switched on again.");
  expect(on).toContain("Send again");
  await owner.send(`${place}/deliveries/${delivery}/attempts`);
  const again = await owner.asServer("GET", "/v1/deliveries");
  expect(again.body.items[0]).toMatchObject({ state: "pending", attempts: 0 });
});
