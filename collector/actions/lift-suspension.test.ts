import { afterEach, beforeEach, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { liftSuspension } from "./lift-suspension.ts";
import { putMember } from "./put-member.ts";
import { recordConversion } from "./record-conversion.ts";
import { suspendMember } from "./suspend-member.ts";

let open: Awaited<ReturnType<typeof openWork>>;
beforeEach(async () => {
  open = await openWork();
});
afterEach(() => open.close());

const by = "owner";

test("a member earns again once the suspension is lifted", async () => {
  const { work, siteId } = open;
  const externalId = "hanako";
  const { member } = await putMember(work, { siteId, externalId });
  await suspendMember(work, { siteId, externalId, reason: "a check", by });
  const sell = (orderId: string) =>
    recordConversion(work, {
      siteId,
      word: word({
        orderId,
        code: member.code,
        customer: { id: orderId, email: null, existing: null },
      }),
    });
  expect((await sell("S-1")).conversion.because).toBe("member_suspended");
  const lifted = await liftSuspension(work, { siteId, externalId, by });
  expect(lifted.state).toBe("active");
  expect((await sell("S-2")).conversion.rewards).toHaveLength(2);
});

test("a member without an account is found by Enishi's id, and lifting twice is noted once", async () => {
  const { work, siteId } = open;
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  const which = { siteId, externalId: member.id, by };
  await suspendMember(work, { ...which, reason: "a check" });
  await liftSuspension(work, which);
  await liftSuspension(work, which);
  const lines = await work.db
    .selectFrom("audit")
    .select(["action", "subject"])
    .where("action", "in", ["suspend_member", "lift_suspension"])
    .execute();
  expect(lines).toEqual([
    { action: "suspend_member", subject: member.id },
    { action: "lift_suspension", subject: member.id },
  ]);
});

test("nobody of another site is found", async () => {
  const { work, siteId } = open;
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  await expect(
    liftSuspension(work, { siteId: "other", externalId: member.id, by }),
  ).rejects.toMatchObject({ code: "not_found" });
});
