import type { Touch } from "../../sdk/protocol/events.ts";
import type { IncomingClick } from "../actions/incoming-events.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { Caller } from "./caller.ts";
import type { Collector } from "./collector.ts";
import { onceASecond } from "./once-a-second.ts";
import { requestIdOf } from "./request-id.ts";

/** So long a friend waits for the click to be on the disk, and then goes on to the shop while it is still tried. */
const patienceMs = 2_000;

/** A link that somebody clicked. */
export interface Click extends Required<Touch> {
  siteId: string;
  visitor: string | null;
  channel: string | undefined;
}

/** Stores a click, and resolves in bounded time: one that cannot be stored never keeps a friend from the shop. */
export type RecordClick = (c: Caller, click: Click) => Promise<void>;

export function clickRecorder({
  writer,
  log,
  counters,
}: Pick<Collector, "writer" | "log" | "counters">): RecordClick {
  const sparingly = onceASecond((count) =>
    log.warn({ count }, "Clicks were not stored, besides"),
  );

  async function store(
    c: Caller,
    { siteId, visitor, ...touch }: Click,
  ): Promise<void> {
    try {
      const { outcomes } = await writer.run("recordEvents", {
        siteId,
        origin: null,
        receivedAt: touch.at,
        visitor,
        events: [eventOf(c, touch)],
      });
      for (const { outcome } of outcomes) counters.events[outcome] += 1;
    } catch (error) {
      counters.lostClicks += 1;
      sparingly(() =>
        log.warn(
          { requestId: requestIdOf(c), ...causeOf(error) },
          "A click was not stored",
        ),
      );
    }
  }

  return (c, click) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      void store(c, click).then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
}

/** What is no fault of ours needs no stack. */
function causeOf(error: unknown): { because: string } | { err: unknown } {
  return error instanceof DomainError
    ? { because: ((error.cause as Error | undefined) ?? error).message }
    : { err: error };
}

function eventOf(
  c: Caller,
  { code, at, click, channel }: Omit<Click, "siteId" | "visitor">,
): IncomingClick {
  const named = channel?.replaceAll("\0", "").toWellFormed();
  return {
    kind: "click",
    id: click,
    at,
    code,
    channel: named?.slice(0, 40) || null,
    url: null,
    click: null,
    referrer: referringHost(c.req.header("referer")),
    bot: false,
  };
}

/** Only the host: what page it was is nobody's business. */
function referringHost(referrer: string | undefined): string | null {
  if (!referrer) return null;
  return URL.parse(referrer)?.hostname.slice(0, 253) || null;
}
