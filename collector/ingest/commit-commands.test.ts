import { expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import type { ConversionAnswer } from "../actions/answer-conversion.ts";
import { listPrograms } from "../actions/list-programs.ts";
import { putMember } from "../actions/put-member.ts";
import { commitCommands } from "./commit-commands.ts";

test("an order goes by the rules that were changed just before it in the same group", async () => {
  const { work, storage, siteId, clock, close } = await openWork();
  const [program] = await listPrograms(work, { siteId });
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  const order = (id: string, now: number) => ({
    name: "recordConversion" as const,
    input: {
      siteId,
      word: word({
        orderId: id,
        customer: { id, email: null, existing: null },
        code: member.code,
        occurredAt: now,
      }),
    },
  });
  clock.now += 1_000;
  const paused = { ...program, state: "paused" };
  const group = [
    order("before", clock.now),
    {
      name: "putProgram" as const,
      input: { siteId, program: paused, by: "x" },
    },
    order("after", clock.now),
  ];
  const outcomes = await commitCommands(storage, work, group);
  const because = outcomes.map((outcome) =>
    outcome.ok
      ? (outcome.value as { conversion?: ConversionAnswer }).conversion?.because
      : outcome,
  );
  expect(because).toEqual([null, undefined, "outside_program"]);
  await close();
});
