import { expect, test } from "vitest";

test("the npm entry can be imported and called where there is no document", async () => {
  const { createEnishi } = await import("./index.ts");
  const enishi = createEnishi({ site: "pk_1", collector: "https://x.example" });
  expect(await enishi("sale", { orderId: "1" })).toBeUndefined();
  expect(await enishi("referral")).toBeUndefined();
});
