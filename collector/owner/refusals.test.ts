import { globSync, readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { fieldsIn, openOwner } from "../../tests/open-owner.ts";

let open: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  open = await openOwner();
  return () => open.close();
});

test("an order that is verified is not refused, and the page says what to do instead", async () => {
  const { body } = await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
    amountMinor: 1000,
    currency: "JPY",
  });
  const path = `/owner/orders/${body.id}`;
  for (const [lang, said] of [
    ["ja", "この注文は確認済みです"],
    ["en", "This order is verified"],
  ] as const) {
    const fields = fieldsIn(await open.get(`${path}?lang=${lang}`));
    await open.post(`${path}/void`, fields.set("reason", "not found"));
    expect(await open.get(path)).toContain(said);
  }
});

test("every conflict of an act has a name, so that the pages can say it", () => {
  const nameless = globSync("collector/actions/*.ts").filter((path) =>
    /new DomainError\(\s*"state_conflict"/.test(readFileSync(path, "utf8")),
  );
  expect(nameless).toEqual([]);
});
