import { legalLimit } from "../../domain/legal-limit.ts";
import type { Program } from "../../domain/program.ts";
import { rewardsFor } from "../../domain/rewards-for.ts";
import type { View } from "../pages/view.ts";
import { amountInWords } from "../rules-in-words.ts";
import { stepName } from "./facts-of.ts";

export interface LawLine {
  text: string;
  isOver: boolean;
}

/** For each side of each step, what the law of the programme's country allows at the lowest usual purchase. */
export function lawLines(view: View, program: Program): LawLine[] {
  const { legal, currency } = program;
  if (legal.jurisdiction === null) return [];
  const { outcome } = view.words.rules;
  const lowestMinor = Math.max(1, legal.lowestSaleMinor);
  const price = view.formats.money(lowestMinor, currency);
  return program.steps.flatMap((step) =>
    (["referrer", "friend"] as const).flatMap((to) => {
      const amount = step[to];
      if (!amount) return [];
      const isLead = step.on === "lead";
      const limitMinor = legalLimit({
        to,
        kind: amount.kind,
        transactionMinor: isLead ? null : lowestMinor,
        currency,
        legal,
      });
      const who = [stepName(view, step.on), view.words.gifts.to[to]].join(
        view.words.program.comma,
      );
      const what = amountInWords(view, program, step, amount);
      if (limitMinor === null)
        return [{ text: outcome.lawFree(who, what), isOver: false }];
      const limit = view.formats.money(limitMinor, currency);
      return [
        {
          text: outcome.lawLimit(who, what, limit, price),
          isOver: paidAt(program, step.on, to, lowestMinor) > limitMinor,
        },
      ];
    }),
  );
}

/** What a side would get if the law were not asked. */
function paidAt(
  program: Program,
  on: string,
  to: "referrer" | "friend",
  amountMinor: number,
): number {
  const { rewards } = rewardsFor({
    program: { ...program, legal: { ...program.legal, jurisdiction: null } },
    on,
    sale: {
      amountMinor: on === "lead" ? null : amountMinor,
      grossProfitMinor: null,
      marginClass: null,
      refundedMinor: 0,
    },
    at: Number.NEGATIVE_INFINITY,
  });
  return rewards.find((reward) => reward.to === to)?.amountMinor ?? 0;
}
