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

/** Every gift that the programmes' steps and campaigns give, each once; where both sides get the same, a pool for both comes first. */
export function giftChoices(programs: readonly Program[]): GiftChoice[] {
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
    ...new Map(choices.map((choice) => [keyOf(choice), choice])).values(),
  ];
}

/** A choice as a form sends it back. */
export function keyOf({ programId, on, to, valueMinor }: GiftChoice): string {
  return JSON.stringify([programId, on, to, valueMinor]);
}

function fixedGift(amount: Amount | null | undefined): number | null {
  return amount?.kind === "gift" ? (amount.fixedMinor ?? null) : null;
}
