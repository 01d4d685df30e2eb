import { legalLimit } from "./legal-limit.ts";
import type { Program, Step } from "./program.ts";
import type { Warning } from "./warning.ts";

/**
 * The prize is announced to everybody, so it is held to the lowest sale. A referrer's draw has no limit where anybody
 * may refer.
 */
export function raffleWarnings(
  { legal, currency }: Program,
  step: Step,
): Warning[] {
  const { overflow } = step;
  if (overflow?.kind !== "raffle") return [];
  const limits = (["referrer", "friend"] as const).flatMap((to) => {
    const limit = legalLimit({
      to,
      kind: "raffle",
      transactionMinor: step.on === "lead" ? null : legal.lowestSaleMinor,
      currency,
      legal,
    });
    return step[to] && limit !== null ? [limit] : [];
  });
  const limitMinor = Math.min(...limits);
  if (overflow.valueMinor <= limitMinor) return [];
  return [
    {
      code: "legal_raffle",
      message: `The raffle's prize of ${overflow.valueMinor} is above the ${limitMinor} that Japan allows where the lowest sale is ${legal.lowestSaleMinor}. Lower its value.`,
      figures: [
        {
          on: step.on,
          amountMinor: legal.lowestSaleMinor,
          valueMinor: overflow.valueMinor,
          limitMinor,
        },
      ],
    },
  ];
}
