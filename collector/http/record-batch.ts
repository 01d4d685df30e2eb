import type { EventBatchAnswer } from "../../sdk/protocol/events.ts";
import { idPattern } from "../../sdk/protocol/limits.ts";
import type { IncomingEvent } from "../actions/incoming-events.ts";
import { isKnownEvent } from "../actions/is-known-event.ts";
import type { SiteRecord } from "../actions/read-site.ts";
import type { Collector } from "./collector.ts";
import { countOne } from "./counters.ts";
import { incomingEvent } from "./incoming-event.ts";

/** What came in one request, by a batch or a pixel. */
export interface Batch {
  site: SiteRecord;
  origin: string | null;
  visitor: string | null;
  sentAt: number;
  receivedAt: number;
  isBot: boolean;
  events: unknown[];
}

/** Stores the good events of a batch and lists the others. Resolves when what was accepted is durable. */
export async function recordBatch(
  collector: Collector,
  batch: Batch,
): Promise<EventBatchAnswer> {
  const { site, origin, visitor, sentAt, receivedAt, isBot } = batch;
  const answer: EventBatchAnswer = { accepted: 0, duplicate: 0, refused: [] };
  const events: IncomingEvent[] = [];
  const indices: number[] = [];
  const hearing = {
    sending: { sentAt, receivedAt },
    visitor,
    isBot,
    signingKeys: site.signingKeys,
  };
  for (const [index, raw] of batch.events.entries()) {
    const { event, refused } = incomingEvent(raw, hearing);
    if (event) {
      events.push(event);
      indices.push(index);
    } else if (await isKnown(collector, site.id, idOf(raw))) {
      answer.duplicate += 1;
    } else {
      const { fault, ...said } = refused;
      if (fault)
        collector.troubles.note(
          { siteId: site.id, kind: fault, value: said.message, origin },
          receivedAt,
        );
      answer.refused.push({ index, id: idOf(raw), ...said });
    }
  }
  if (events.length) {
    const { outcomes } = await collector.writer.run("recordEvents", {
      siteId: site.id,
      origin,
      receivedAt,
      visitor,
      events,
    });
    for (const [at, result] of outcomes.entries()) {
      if (result.outcome !== "refused") answer[result.outcome] += 1;
      else {
        const { code, message } = result;
        const index = indices[at] ?? at;
        const id = idOf(batch.events[index]);
        answer.refused.push({ index, id, code, message });
      }
    }
    answer.refused.sort((a, b) => a.index - b.index);
  }
  count(collector, answer);
  return answer;
}

/** A repeated event is a duplicate even where it would be refused now: its token may have expired meanwhile. */
async function isKnown(
  { reading }: Collector,
  siteId: string,
  id: string | null,
): Promise<boolean> {
  if (id === null || !idPattern.test(id)) return false;
  return isKnownEvent(reading, { siteId, id });
}

function idOf(raw: unknown): string | null {
  const { id } = (raw ?? {}) as { id?: unknown };
  return typeof id === "string" ? id.slice(0, 40).toWellFormed() : null;
}

function count({ counters }: Collector, answer: EventBatchAnswer): void {
  counters.events.accepted += answer.accepted;
  counters.events.duplicate += answer.duplicate;
  counters.events.refused += answer.refused.length;
  for (const { code } of answer.refused) countOne(counters.refusedEvents, code);
}
