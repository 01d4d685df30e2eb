import type { ConversionWord } from "../collector/actions/conversion-word.ts";
import { putMember } from "../collector/actions/put-member.ts";
import { recordConversion } from "../collector/actions/record-conversion.ts";
import { openWork, word } from "./open-work.ts";

/** An empty site with one member, Hanako: for tests of what becomes of her friends. */
export async function openReferrer() {
  const open = await openWork();
  const { siteId, work, clock } = open;

  const member = async (externalId: string) =>
    (await putMember(work, { siteId, externalId })).member;

  return {
    ...open,
    member,
    hanako: await member("hanako"),
    /** What the shop's server says of an order, now. */
    async record(facts: Partial<ConversionWord> & { orderId: string }) {
      const { conversion } = await recordConversion(work, {
        siteId,
        word: word({ occurredAt: clock.now, ...facts }),
      });
      return conversion;
    },
  };
}
