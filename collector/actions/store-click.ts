import {
  countedElsewhere,
  insertClick,
  upsertClick,
} from "../storage/queries/clicks.ts";
import { insertEvent } from "../storage/queries/events.ts";
import { selectMetClick } from "../storage/queries/met-click.ts";
import { creditLateTouch } from "./credit-late-touch.ts";
import { eventRow } from "./event-row.ts";
import type { IncomingClick, IncomingEvents } from "./incoming-events.ts";
import type { Work } from "./work.ts";

/**
 * Stores a click that a page or the redirect tells of; false where the event is known. Where the browser is known too, the
 * click becomes that browser's, and orders that came before it may be credited to it.
 */
export async function storeClick(
  work: Work,
  incoming: IncomingEvents,
  event: IncomingClick,
): Promise<boolean> {
  const { siteId, visitor } = incoming;
  const { id, code, channel, at } = event;
  const told = eventRow(incoming, event);
  const bot = event.bot ? 1 : 0;
  const click = event.click ?? id;
  if (visitor === null)
    return insertClick(work.db, { ...told, code }, { click, bot });
  if (!(await insertEvent(work.db, told))) return false;

  const own = { site_id: siteId, id, code, channel, at, visitor, bot };
  const met = await metClick(work, siteId, event);
  if (!met?.visitor) {
    const isTheirs = await upsertClick(work.db, {
      ...own,
      id: met?.id ?? click,
    });
    // Somebody else has the click that the redirect stored: this visitor was passed its landing address.
    if (!isTheirs) await upsertClick(work.db, own);
  } else if (met.visitor !== visitor) {
    // Counted where the link was followed; from here on it is this browser's too.
    const isCounted = { at: met.at, bot: bot || countedElsewhere };
    await upsertClick(work.db, { ...own, ...isCounted });
  }
  await creditLateTouch(work, { siteId, visitor, at: met?.at ?? at });
  return true;
}

/** The click that brought the visitor to another of the shop's domains. What a page says of its time is believed only where it is known. */
async function metClick(
  work: Work,
  siteId: string,
  { code, click, since }: IncomingClick,
) {
  return since == null
    ? undefined
    : selectMetClick(work.db, { siteId, code, click, at: since });
}
