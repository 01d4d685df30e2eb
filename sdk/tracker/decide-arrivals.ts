import type { ClickEvent, Touch } from "../protocol/events.ts";
import { cleanOnceKept } from "./clean-address.ts";
import { greet } from "./greet.ts";
import { keepUnclicked } from "./keep-unclicked.ts";
import { newId } from "./new-id.ts";
import type { Core } from "./on-demand.ts";
import { dropEvent } from "./outbox.ts";
import { pageUrl } from "./page-url.ts";
import type { Undecided } from "./undecided.ts";

/**
 * Keeps and tells the first code that may take the place of the one that is kept, of those that have arrived on this page
 * or on one that was left before the answer. Where nobody can be asked, a link is believed; a `ref`, which other
 * programmes use too, is asked about again by another page. Answers true: it has been seen to.
 */
export async function decideArrivals(
  core: Core,
  undecided: Undecided,
  tellLate?: (click: ClickEvent) => unknown,
): Promise<true> {
  const { begun, lastTouch, record } = core;
  const { id: at, all } = undecided;
  if (begun.has(at)) return true;
  begun.add(at);
  let isAnswered = true;
  for (const arrival of all) {
    const answer = await greet(core, arrival);
    isAnswered &&= answer !== undefined;
    if (!(answer ?? arrival.name !== "ref")) continue;
    isAnswered = true;
    // Whoever has come by another one since is that one's friend.
    if (tellLate && at < (lastTouch()?.at ?? 0)) break;
    const { code, click } = arrival;
    const clean = () => setTimeout(() => cleanOnceKept(arrival, lastTouch()));
    await keepUnclicked(core, { code, at, click } as Touch, (touch) => {
      const told = { ...touch, type: "click" } as const;
      if (tellLate) tellLate({ ...told, id: newId() });
      else record({ ...told, url: pageUrl() } as never);
      clean();
    });
    clean();
    break;
  }
  if (isAnswered) dropEvent(undecided);
  begun.delete(at);
  return true;
}
