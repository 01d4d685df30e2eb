import type { IncomingClick } from "../collector/actions/incoming-events.ts";
import { recordEvents } from "../collector/actions/record-events.ts";
import type { Work } from "../collector/actions/work.ts";

interface ClickTold extends Partial<IncomingClick> {
  code: string;
  visitor: string | null;
  /** Of the page that told of it; `null` where a link was followed. */
  origin?: string | null;
}

/** A link of the code was followed, now where nothing else is said; answers the click's id. */
export async function recordClick(
  { work, siteId }: { work: Work; siteId: string },
  { visitor, origin = null, ...told }: ClickTold,
): Promise<string> {
  const click: IncomingClick = {
    kind: "click",
    id: work.newId("click"),
    at: work.now(),
    channel: null,
    url: null,
    click: null,
    bot: false,
    ...told,
  };
  const receivedAt = work.now();
  await recordEvents(work, {
    ...{ siteId, origin, receivedAt, visitor },
    events: [click],
  });
  return click.id;
}
