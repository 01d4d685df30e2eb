import { afterEach, beforeEach, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import type { Program } from "../domain/program.ts";
import { listPrograms } from "./list-programs.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { recordConversion } from "./record-conversion.ts";

let open: Awaited<ReturnType<typeof openWork>>;
beforeEach(async () => {
  open = await openWork();
});
afterEach(() => open.close());

async function put(change: Partial<Program>) {
  const { work, siteId } = open;
  const [program] = await listPrograms(work, { siteId });
  if (!program) throw new Error("The first site has no programme.");
  return putProgram(work, {
    siteId,
    program: { ...program, ...change },
    by: "test",
  });
}

test("links land on the site's own origins", async () => {
  await put({ landingUrl: "https://shop.example/friends?from=link" });
  for (const landingUrl of [
    "https://evil.example/",
    "http://shop.example/",
    "https://shop.example:8443/",
    "https://shop.example.evil.example/",
  ])
    await expect(put({ landingUrl })).rejects.toMatchObject({
      code: "invalid_field",
      errors: [
        {
          path: "landingUrl",
          message: expect.stringContaining("https://shop.example."),
        },
      ],
    });
});

test("a programme changes its currency until it has promised something", async () => {
  const { work, siteId, clock } = open;
  await put({ currency: "USD" });
  await put({ currency: "JPY" });
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  await recordConversion(work, {
    siteId,
    word: word({ orderId: "A1", code: member.code, occurredAt: clock.now }),
  });
  await expect(put({ currency: "USD" })).rejects.toMatchObject({
    code: "state_conflict",
    message: expect.stringContaining("Make a new programme"),
    errors: [{ path: "currency" }],
  });
  await put({ currency: "USD", id: "dollars" });
  await put({ name: "Another name" });
});
