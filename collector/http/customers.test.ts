import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";

const dayMs = 24 * 60 * 60 * 1000;

async function world() {
  const open = await openApp();
  const { code } = await open.member();
  const bring = (customers: object[]) =>
    open.asServer("POST", "/v1/customers", { customers });
  const order = async (
    orderId: string,
    customer: object,
    more: object = {},
  ) => {
    const { body } = await open.asServer("POST", "/v1/conversions", {
      type: "sale",
      orderId,
      amountMinor: 10_000,
      currency: "JPY",
      code,
      customer,
      ...more,
    });
    return body;
  };
  return { ...open, code, bring, order };
}

test("whoever was imported by id or mail is an existing customer, however the mail is written", async () => {
  const { bring, order, clock, close } = await world();
  const customers = [{ id: "jiro" }, { email: "Ta.ro@gmail.com" }];
  expect((await bring(customers)).body).toEqual({ added: 2, known: 0 });
  expect((await bring(customers)).body).toEqual({ added: 0, known: 2 });
  clock.now += dayMs;
  const existing = { attributed: null, because: "existing_customer" };
  expect(await order("1", { id: "jiro" })).toMatchObject(existing);
  expect(await order("2", { email: "taro+sale@googlemail.com" })).toMatchObject(
    existing,
  );
  expect((await order("3", { id: "saburo" })).attributed).not.toBeNull();
  await close();
});

test("whoever is imported because of the order they were referred to keeps it, and what comes after", async () => {
  const { bring, order, clock, close } = await world();
  const boughtAt = clock.now;
  expect((await order("1", { id: "a" })).attributed).not.toBeNull();
  clock.now += dayMs;
  await bring([{ id: "a" }, { id: "b" }]);
  clock.now += dayMs;
  // Tied already.
  expect((await order("2", { id: "a" })).attributed).toMatchObject({
    by: "earlier",
  });
  // Bought before the import, reported after it.
  const late = await order("3", { id: "b" }, { occurredAt: boughtAt });
  expect(late.attributed).not.toBeNull();
  await close();
});

test("what the shop says of the very order beats its list", async () => {
  const { bring, order, clock, close } = await world();
  await bring([{ id: "a" }, { id: "b" }]);
  clock.now += dayMs;
  const said = await order("1", { id: "a", existing: false });
  expect(said.attributed).not.toBeNull();
  await close();
});

test("only keyed hashes are kept, and erasing a person takes theirs", async () => {
  const { bring, order, asServer, work, clock, close } = await world();
  await bring([
    { id: "a", email: "a.b+x@gmail.com" },
    { id: "never-seen" },
    { id: "other" },
  ]);
  const stored = () =>
    work.db.selectFrom("known_customers").selectAll().execute();
  expect(JSON.stringify(await stored())).not.toMatch(/never|gmail/);
  clock.now += dayMs;
  await order("1", { id: "a", email: "a.b+x@gmail.com" });
  expect((await asServer("DELETE", "/v1/members/a")).status).toBe(204);
  expect(await stored()).toHaveLength(2);
  // Nothing else is held of them.
  expect((await asServer("DELETE", "/v1/members/never-seen")).status).toBe(204);
  expect((await asServer("DELETE", "/v1/members/never-seen")).status).toBe(404);
  expect(await stored()).toHaveLength(1);
  await close();
});

test("each wrong customer is named, and nothing of such a call is kept", async () => {
  const { bring, close, work } = await world();
  const { status, body } = await bring([
    { id: "good" },
    {},
    { email: "nobody" },
    { id: "a", name: "Taro" },
  ]);
  expect(status).toBe(400);
  expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
    "customers[1]",
    "customers[2].email",
    "customers[3].name",
  ]);
  expect(
    await work.db.selectFrom("known_customers").selectAll().execute(),
  ).toEqual([]);
  const many = Array.from({ length: 1_001 }, (_, n) => ({ id: `c${n}` }));
  expect((await bring(many)).status).toBe(400);
  expect((await bring(many.slice(1))).body).toEqual({ added: 1_000, known: 0 });
  await close();
});

test("the warning that nobody has said who is new ends with the first word of it", async () => {
  const { bring, asServer, close } = await world();
  const program = (await asServer("GET", "/v1/programs")).body.items[0];
  const warnings = async (change: object) =>
    (
      await asServer("PUT", "/v1/programs/default", { ...program, ...change })
    ).body.warnings.map(({ code }: { code: string }) => code);
  expect(await warnings({ name: "A" })).toContain("existing_customers_unknown");
  expect(
    await warnings({
      attribution: { ...program.attribution, newCustomersOnly: false },
    }),
  ).not.toContain("existing_customers_unknown");
  await bring([{ id: "a" }]);
  expect(await warnings({ name: "B" })).not.toContain(
    "existing_customers_unknown",
  );
  await close();
});
