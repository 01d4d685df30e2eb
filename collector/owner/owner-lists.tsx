/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { isSiteOrigin } from "../actions/read-site.ts";
import { windowStart } from "../domain/calendar-window.ts";
import type { RewardState } from "../domain/reward-state.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { page } from "./page.ts";
import { InstallPage } from "./pages/install-page.tsx";
import { MemberPage } from "./pages/member-page.tsx";
import { MembersPage } from "./pages/members-page.tsx";
import { ResultsPage } from "./pages/results-page.tsx";
import { RewardsPage } from "./pages/rewards-page.tsx";
import { showProblem } from "./show-problem.tsx";

const dayMs = 24 * 60 * 60 * 1000;
const reportDays = [7, 28];
const states: readonly string[] = ["pending", "confirmed", "paid", "void"];

/** What the owner can look at, for those who are signed in. */
export function ownerLists(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, now } = deps;
  const pages = new Hono<OwnerEnv>();

  pages.get("/", async (c) => {
    const { site, view, programs } = c.var;
    const siteId = site.id;
    const asked = c.req.query("program");
    const program = programs.find(({ id }) => id === asked)?.id;
    const periods = await Promise.all(
      reportDays.map(async (days) => {
        const from = windowStart(
          "day",
          now() - (days - 1) * dayMs,
          view.timeZone,
        );
        return {
          days,
          funnel: await read.funnel({ siteId, from, program }),
          channels: await read.channels({ siteId, from, program }),
        };
      }),
    );
    const events = await read.lastEvents({ siteId });
    const { newnessUnknown } = await read.installation({ siteId });
    const counts = await read.queueCounts({ siteId });
    const giftNeeds = await read.giftNeeds({ siteId });
    return page(
      c,
      <ResultsPage
        view={view}
        periods={periods}
        programs={programs}
        program={program}
        isSilent={events.length === 0 && !site.closed}
        isNewnessUnknown={newnessUnknown}
        counts={counts}
        giftNeeds={giftNeeds}
      />,
    );
  });

  pages.get("/rewards", async (c) => {
    const query = queryOf(c, ["state", "member", "program", "cursor"]);
    const found = await read.rewards({
      siteId: c.var.site.id,
      member: query.member,
      program: query.program,
      cursor: query.cursor,
      state: states.includes(query.state ?? "")
        ? (query.state as RewardState)
        : undefined,
    });
    const names = await read.names({
      siteId: c.var.site.id,
      ids: found.items.map(({ member }) => member),
    });
    const voided = await read.voided(found.items);
    const above = await read.overflows({ siteId: c.var.site.id, limit: 1 });
    return page(
      c,
      <RewardsPage
        view={c.var.view}
        page={found}
        hasOverflows={above.items.length > 0}
        names={names}
        voided={voided}
        query={query}
        programs={c.var.programs}
        now={now()}
      />,
    );
  });

  pages.get("/members", async (c) => {
    const query = queryOf(c, ["query", "state", "cursor"]);
    const { state } = query;
    const found = await read.members({
      siteId: c.var.site.id,
      query: query.query,
      cursor: query.cursor,
      state: state === "active" || state === "suspended" ? state : undefined,
    });
    return page(
      c,
      <MembersPage
        view={c.var.view}
        page={found}
        query={query}
        programs={c.var.programs}
      />,
    );
  });

  pages.get("/members/:id", async (c) => {
    const { site, view } = c.var;
    const siteId = site.id;
    const found = await read.member({ siteId, member: c.req.param("id") });
    if (!found) return showProblem(c, view.words.member.missing);
    const { id: member } = found.member;
    const referrals = await read.referrals({ siteId, member });
    const rewards = await read.rewards({ siteId, member, limit: 20 });
    const voided = await read.voided(rewards.items);
    const friends = await read.payees(
      referrals.items.map(({ friend }) => friend),
    );
    return page(
      c,
      <MemberPage
        view={view}
        found={found}
        referrals={referrals.items}
        friends={friends}
        rewards={rewards.items}
        voided={voided}
      />,
    );
  });

  pages.get("/install", async (c) => {
    const { site, view } = c.var;
    const events = await read.lastEvents({ siteId: site.id });
    return page(
      c,
      <InstallPage
        view={view}
        site={site}
        programs={c.var.programs}
        events={events}
        publicUrl={deps.publicUrl}
        doctorKey={deps.doctorKey?.(site.id) ?? null}
        stub={deps.stub}
        pinned={deps.pinned ?? null}
        troubles={deps.troubles
          .of(site)
          .filter(
            ({ kind, value, at }) =>
              now() - at < dayMs &&
              (kind !== "origin" || !isSiteOrigin(site, value)),
          )}
        installation={await read.installation({ siteId: site.id })}
      />,
    );
  });

  return pages;
}

/** Those of the named parameters that say something. */
function queryOf(c: Context, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = c.req.query(name)?.slice(0, 254);
      return value ? [[name, value]] : [];
    }),
  );
}
