import type { UnservedGifts } from "../../actions/list-unserved-gifts.ts";
import type { Amount, Program } from "../../domain/program.ts";

/** Gifts of a fixed amount that a programme gives: what a pool can hold codes for. */
export interface GiftChoice {
  programId: string;
  programName: string;
  on: string;
  /** `null` for both. */
  to: "referrer" | "friend" | null;
  valueMinor: number;
  currency: string;
}

/**
 * Every gift that the programmes' steps and campaigns give, each once; where both sides get the same, a pool for both
 * comes first. Last come gifts that wait, whatever version promised them.
 */
export function giftChoices(
  programs: readonly Program[],
  unserved: readonly UnservedGifts[],
): GiftChoice[] {
  const choices = programs.flatMap((program) =>
    [...program.steps, ...program.boosts].flatMap((step) => {
      const referrer = fixedGift(step.referrer);
      const friend = fixedGift(step.friend);
      const choice = (to: GiftChoice["to"], valueMinor: number | null) =>
        valueMinor === null
          ? []
          : [
              {
                programId: program.id,
                programName: program.name,
                on: step.on,
                to,
                valueMinor,
                currency: program.currency,
              },
            ];
      return [
        ...(referrer === friend ? choice(null, referrer) : []),
        ...choice("referrer", referrer),
        ...choice("friend", friend),
      ];
    }),
  );
  return [
    ...new Map(
      [...choices, ...unserved.map((gift) => owed(gift, programs))].map(
        (choice) => [keyOf(choice), choice],
      ),
    ).values(),
  ];
}

function owed(
  { program, on, to, amountMinor, currency }: UnservedGifts,
  programs: readonly Program[],
): GiftChoice {
  const known = programs.find(({ id }) => id === program);
  const programName = known?.name ?? program;
  const valueMinor = amountMinor;
  return { programId: program, programName, on, to, valueMinor, currency };
}

/** A choice as a form sends it back. */
export function keyOf({
  programId,
  on,
  to,
  valueMinor,
}: Pick<GiftChoice, "programId" | "on" | "to" | "valueMinor">): string {
  return JSON.stringify([programId, on, to, valueMinor]);
}

function fixedGift(amount: Amount | null | undefined): number | null {
  return amount?.kind === "gift" ? (amount.fixedMinor ?? null) : null;
}
