import { expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { answerConversion } from "./answer-conversion.ts";
import type { ConversionWord } from "./conversion-word.ts";
import { listPrograms } from "./list-programs.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { recordConversion } from "./record-conversion.ts";

const facts: [string, Partial<ConversionWord>][] = [
  ["nobody's sale", { code: null }],
  ["a stranger's sale", {}],
  ["a lead", { type: "lead" }],
  ["a claim", { trust: "claim", visitor: "visitor-000000000001" }],
  ["a foreign sale", { currency: "USD" }],
  ["a friend's second sale", { customer: named("known") }],
  ["a member's sale", { customer: named("jiro") }],
  ["a sale above the cap", { amountMinor: 90_000_000 }],
];

function named(id: string) {
  return { id, email: null, existing: null };
}

test.for(facts)(
  "the answer to %s, when it is recorded, is what is stored",
  async ([, said]) => {
    const { work, siteId, close } = await openWork();
    const [rules] = await listPrograms(work, { siteId });
    if (!rules) throw new Error("The first site has no programme.");
    await putProgram(work, { siteId, program: rules, by: "test" });
    const { member } = await putMember(work, { siteId, externalId: "hanako" });
    await putMember(work, { siteId, externalId: "jiro" });
    const record = (
      orderId: string,
      more: Partial<ConversionWord>,
      code: string | null = member.code,
    ) =>
      recordConversion(work, {
        siteId,
        word: word({ orderId, code, ...more }),
      });
    await record("earlier", { customer: named("known") });

    const { conversion } = await record("order", {
      customer: named("taro"),
      ...said,
    });
    expect(conversion).toEqual(await answerConversion(work, conversion.id));
    await close();
  },
);
