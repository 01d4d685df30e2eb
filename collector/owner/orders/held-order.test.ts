import { beforeEach, expect, test } from "vitest";
import { openOwner } from "../../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
let code: string;
beforeEach(async () => {
  owner = await openOwner();
  ({ code } = await owner.member("hanako"));
  return () => owner.close();
});

/** An order that looks odd, by its page. */
async function heldOrder() {
  const { body } = await owner.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "S-1",
    amountMinor: 100_000,
    currency: "JPY",
    code,
    customer: { id: "taro", email: "taro@mailinator.com", existing: false },
  });
  return `/owner/orders/${body.id}`;
}

test("the rewards of a held order lead to its page, which lets it through", async () => {
  const path = await heldOrder();
  expect(await owner.get("/owner/rewards?lang=en")).toContain(
    `<a href="${path}">See why it is held`,
  );
  const action = `${path}/release`;
  const page = await owner.get(path);
  expect(page).toContain(`action="${action}"`);
  expect(page).toContain("the collector, by the rules");
  expect(await owner.send(action)).toMatchObject({ location: path });
  expect(await owner.get(path)).not.toContain("held until you decide");
  expect(await owner.get(path)).not.toContain(`action="${action}"`);
});

test("a held order's rewards are taken back on its page, with a reason", async () => {
  const path = await heldOrder();
  await owner.send(`${path}/taking-back`);
  expect(await owner.get(`${path}?lang=en`)).toContain("Say why");
  await owner.send(`${path}/taking-back`, [["reason", "bought by herself"]]);
  expect(await owner.get(path)).toContain(
    "The rewards of this order are void.",
  );
});
