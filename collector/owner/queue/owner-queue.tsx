/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { Waiting } from "../../actions/list-queue.ts";
import { BulkBar } from "../bulk/bulk-bar.tsx";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { DisputeCase } from "./dispute-case.tsx";
import { ManyBar } from "./many-bar.tsx";
import { QueueFrame } from "./queue-frame.tsx";
import { queuePath } from "./queue-path.ts";
import { UnmatchedOrder } from "./unmatched-order.tsx";
import { WaitingOrder } from "./waiting-order.tsx";

type Ctx = Context<OwnerEnv>;
/** Each has its evidence with it, so that a page is shorter than others. */
const casesAPage = 20;

/** What waits for the owner's word: orders unverified, held, disputed, and those that matched nobody. */
export function ownerQueue({ read }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.get("/queue", (c) => orders(c, "unverified"));
  pages.get("/queue/held", (c) => orders(c, "held"));

  async function orders(c: Ctx, tab: Waiting) {
    const { view, site } = c.var;
    const siteId = site.id;
    const cursor = cursorOf(c);
    const found = await read.queue({ siteId, what: tab, cursor });
    const counts = await read.queueCounts({ siteId });
    const names = await read.names({
      siteId,
      ids: found.items.map(({ attributed }) => attributed?.member ?? null),
    });
    return page(
      c,
      <QueueFrame
        view={view}
        tab={tab}
        counts={counts}
        isEmpty={found.items.length === 0}
        cursor={cursor}
        next={found.next}
      >
        {found.items.map((order) => (
          <WaitingOrder view={view} tab={tab} order={order} names={names} />
        ))}
        <BulkBar
          view={view}
          action={`/owner/queue/${tab}/bulk`}
          of={tab}
          acts={["confirm", "void"]}
          filter={{}}
        />
      </QueueFrame>,
    );
  }

  pages.get("/queue/disputed", async (c) => {
    const { view, site } = c.var;
    const siteId = site.id;
    const cursor = cursorOf(c);
    const found = await read.disputes({
      siteId,
      state: "open",
      cursor,
      limit: casesAPage,
    });
    const counts = await read.queueCounts({ siteId });
    const names = await read.names({
      siteId,
      ids: found.items.flatMap(({ member, evidence }) => [
        member,
        ...evidence.conversions.map(
          ({ attributed }) => attributed?.member ?? null,
        ),
      ]),
    });
    return page(
      c,
      <QueueFrame
        view={view}
        tab="disputed"
        counts={counts}
        isEmpty={found.items.length === 0}
        cursor={cursor}
        next={found.next}
      >
        {found.items.map((dispute) => (
          <DisputeCase view={view} dispute={dispute} names={names} />
        ))}
        <ManyBar
          view={view}
          action={`${queuePath("disputed")}/bulk`}
          acts={{ answer: view.words.queue.many.answer }}
        />
      </QueueFrame>,
    );
  });

  pages.get("/queue/unmatched", async (c) => {
    const { view, site } = c.var;
    const siteId = site.id;
    const cursor = cursorOf(c);
    const found = await read.unmatched({ siteId, cursor, limit: casesAPage });
    const counts = await read.queueCounts({ siteId });
    const names = await read.names({
      siteId,
      ids: found.items.flatMap(({ guesses }) =>
        guesses.map(({ member }) => member),
      ),
    });
    return page(
      c,
      <QueueFrame
        view={view}
        tab="unmatched"
        counts={counts}
        isEmpty={found.items.length === 0}
        cursor={cursor}
        next={found.next}
      >
        {found.items.map((order) => (
          <UnmatchedOrder view={view} order={order} names={names} />
        ))}
        <ManyBar
          view={view}
          action={`${queuePath("unmatched")}/bulk`}
          acts={{
            credit: view.words.queue.many.credit,
            aside: view.words.queue.many.aside,
          }}
        />
      </QueueFrame>,
    );
  });

  return pages;
}

function cursorOf(c: Ctx): string | undefined {
  return c.req.query("cursor")?.slice(0, 100) || undefined;
}
