import { expect, test } from "vitest";
import { createOrders } from "./orders.ts";
import { products } from "./products.ts";
import { reportOrder } from "./report-order.ts";
import { createShoppers } from "./shoppers.ts";

const [kettle] = products;
if (!kettle) throw new Error("The shop sells nothing.");

const order = createOrders().place({
  product: kettle,
  quantity: 1,
  shopper: createShoppers().find("taro"),
  email: "taro@example.com",
  code: null,
});

function collector(...answers: (number | "away")[]) {
  const calls: { url: string; init: RequestInit }[] = [];
  const pauses: number[] = [];
  const logged: string[] = [];
  return {
    calls,
    pauses,
    logged,
    options: {
      collectorUrl: "http://collector.test",
      secretKey: "sk_test",
      fetch: async (url: string | URL | Request, init?: RequestInit) => {
        calls.push({ url: String(url), init: init ?? {} });
        const answer = answers[Math.min(calls.length, answers.length) - 1];
        if (answer === "away") throw new TypeError("fetch failed");
        return new Response("{}", { status: answer ?? 201 });
      },
      pause: async (ms: number) => pauses.push(ms),
      log: (message: string) => logged.push(message),
    },
  };
}

test("the shop's server reports the order with its gross profit and its customer", async () => {
  const { calls, options } = collector(201);
  expect(await reportOrder(order, "visitor_0123456789", options)).toBe(true);
  const [call] = calls;
  expect(call?.url).toBe("http://collector.test/v1/conversions");
  expect(new Headers(call?.init.headers).get("authorization")).toBe(
    "Bearer sk_test",
  );
  expect(JSON.parse(String(call?.init.body))).toEqual({
    type: "sale",
    orderId: order.id,
    amountMinor: 100_000,
    currency: "JPY",
    grossProfitMinor: 40_000,
    customer: { id: "taro", email: "taro@example.com", existing: false },
    visitor: "visitor_0123456789",
    occurredAt: order.placedAt,
  });
});

test("a collector that is away or overloaded is asked again, more and more slowly", async () => {
  const { calls, pauses, options } = collector("away", 503, 429, 201);
  expect(await reportOrder(order, null, options)).toBe(true);
  expect(calls).toHaveLength(4);
  expect(pauses).toEqual([500, 1_000, 2_000]);
});

test("an order that is refused is given up at once, and said so", async () => {
  const { calls, logged, options } = collector(409);
  expect(await reportOrder(order, null, options)).toBe(false);
  expect(calls).toHaveLength(1);
  expect(logged[0]).toContain(order.id);
});

test("what the customer mistyped is left out, and the order is told", async () => {
  const { calls, options } = collector(201);
  const first = async (_: unknown, init?: RequestInit) => {
    calls.push({ url: "", init: init ?? {} });
    return new Response(
      JSON.stringify({
        errors: [{ path: "customer.email" }, { path: "code" }],
      }),
      { status: 400 },
    );
  };
  let isFirst = true;
  const fetch: typeof options.fetch = (url, init) => {
    const send = isFirst ? first : options.fetch;
    isFirst = false;
    return send(url, init);
  };
  const typed = { ...order, email: "taro at home", code: "?".repeat(200) };
  expect(await reportOrder(typed, null, { ...options, fetch })).toBe(true);
  const body = JSON.parse(String(calls[1]?.init.body));
  expect(body.customer).toEqual({ id: "taro", existing: false });
  expect(body).not.toHaveProperty("code");
});

test("a collector that stays away is given up in the end", async () => {
  const { logged, options } = collector("away");
  expect(await reportOrder(order, null, options)).toBe(false);
  expect(logged).toHaveLength(1);
});
