import { expect, test } from "vitest";
import { buy, call, newOrder, openSituation } from "./situation.ts";

const { world, code, visit, untilClicked, untilOrdered } = openSituation();

test.for(["strict-csp", "trusted-types", "integrity"])(
  "on %s.html a friend's click and order arrive, and nothing is refused to us",
  async (name) => {
    const via = await code();
    const order = newOrder();
    const violations: string[] = [];
    const { page, problems } = await visit(`${name}.html`, {
      code: via,
      prepare: async (page) => {
        await page.exposeFunction("violated", (what: string) =>
          violations.push(what),
        );
        await page.addInitScript(() =>
          document.addEventListener("securitypolicyviolation", (event) =>
            Reflect.get(
              window,
              "violated",
            )(`${event.violatedDirective} ${event.blockedURI}`),
          ),
        );
      },
    });
    await untilClicked(via);
    await buy(page, order);
    await untilOrdered(order, via);
    if (name !== "integrity") {
      await page.locator("enishi-share").getByRole("button").first().waitFor();
    }
    expect(problems).toEqual([]);
    expect(violations).toEqual([]);
  },
);

test("where the policy has img-src alone, click and order go by the pixel", async () => {
  const via = await code();
  const order = newOrder();
  const { page, problems } = await visit("csp-without-connect.html", {
    code: via,
  });
  // The site's own setting cannot be asked for, so nothing may be kept.
  await buy(page, order);
  await untilOrdered(order, via);
  expect(await page.context().cookies()).toEqual([]);
  expect(problems).toEqual([]);
});

test("where it has img-src alone and the page says granted, the click counts, and an order with a customer goes without them", async () => {
  const via = await code();
  const order = newOrder();
  const { page } = await visit("granted-without-connect.html", { code: via });
  await untilClicked(via);
  await call(page, "sale", {
    orderId: order,
    amountMinor: 1_000,
    currency: "JPY",
    customer: { id: `customer-of-${via}` },
  });
  await untilOrdered(order, via);
  const paths = world.door.passages.map(({ path }) => path).join();
  expect(paths).toContain(order);
  expect(paths).not.toContain("customer-of");
});

test("where it lets no second script run, the click counts, and under data-debug one line says what is missing", async () => {
  const via = await code();
  const said: string[] = [];
  const { problems } = await visit("csp-script-alone.html", {
    code: via,
    prepare: async (page) => {
      page.on("console", (line) => {
        if (line.type() === "warning") said.push(line.text());
      });
    },
  });
  await untilClicked(via);
  expect(said).toEqual([expect.stringContaining("/enishi/")]);
  expect(problems).toEqual([]);
});

test("where the policy allows nothing but the script, the page works and the call settles", async () => {
  const order = newOrder();
  const { page, problems } = await visit("csp-without-anything.html", {
    code: await code(),
  });
  await buy(page, order);
  expect(await world.api.conversions(order)).toEqual([]);
  expect(problems).toEqual([]);
  expect(page.url()).toContain("?via=");
});

test("in a sandboxed frame with its origin an order arrives as ever, without one by the pixel", async () => {
  const { page, problems } = await visit("sandboxed.html");
  for (const name of ["same-origin", "opaque"]) {
    const order = newOrder();
    const frame = page.frame({ name });
    if (!frame) throw new Error(`Expected the frame ${name}.`);
    await frame.waitForLoadState();
    await buy(frame, order);
    await untilOrdered(order, null);
  }
  expect(problems).toEqual([]);
});
