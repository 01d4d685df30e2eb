import type { PublicProgram } from "../../sdk/protocol/offers.ts";
import { accentColors } from "../domain/accent.ts";
import { isLive } from "../domain/is-live.ts";
import { offerOf } from "../domain/offer-of.ts";
import type { Program } from "../domain/program.ts";

/** A programme as customers may see it: what is promised, never the shop's margins, limits or budgets. */
export function publicProgram(program: Program, now: number): PublicProgram {
  const { display } = program;
  return {
    id: program.id,
    name: program.name,
    brand: display.brand,
    logoUrl: display.logoUrl,
    state: shownState(program, now),
    currency: program.currency,
    landingUrl: program.landingUrl,
    termsVersion: program.termsVersion,
    termsUrl: display.termsUrl,
    texts: display.texts,
    ...(display.accent && { colors: accentColors(display.accent) }),
    offer: offerOf(program),
  };
}

/** What customers are told of a programme's state: the one thing about it that time alone changes. */
export function shownState(
  program: Program,
  now: number,
): PublicProgram["state"] {
  if (program.state !== "live" || isLive(program, now)) return program.state;
  return program.endsAt !== null && program.endsAt <= now ? "ended" : "paused";
}
