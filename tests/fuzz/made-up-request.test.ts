import { expect, test } from "vitest";
import { chanceFrom } from "./chance.ts";
import { madeUpRequest } from "./made-up-request.ts";
import { hostile } from "./made-up-value.ts";

test("what becomes of one message changes nothing that the next are made of", () => {
  const before = structuredClone(hostile);
  const chance = chanceFrom(1);
  const golden = { site: "pk_test", events: [{ type: "lead", props: {} }] };
  for (let n = 0; n < 5_000; n++)
    madeUpRequest(
      chance,
      { paths: { "/v1/events": { post: {} } } },
      {
        ...{ known: ["hanako"], origin: "https://shop.test" },
        ...{ golden: [golden], bearers: ["sk_test"] },
      },
    );
  expect(hostile).toEqual(before);
});
