/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { usualLowBelow } from "../../actions/create-gift-pool.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { doing, reasonOf } from "../doing.ts";
import { leadingTo } from "../leading-to.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { showProblem } from "../show-problem.tsx";
import { addCodes } from "./add-codes.ts";
import type { CodesForm } from "./add-codes-form.tsx";
import { giftChoices, keyOf } from "./gift-choices.ts";
import { GiftsPage } from "./gifts-page.tsx";
import { endOfDay } from "./last-day.ts";
import type { NewPool } from "./new-pool-form.tsx";
import { poolFields } from "./pool-fields.ts";
import { PoolPage } from "./pool-page.tsx";

type Ctx = Context<OwnerEnv>;
const place = "/owner/gifts";
const by = "owner";

/** Stocks of gift codes. */
export function ownerGifts(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, writer } = deps;
  const pages = new Hono<OwnerEnv>();

  pages.get("/gifts", (c) =>
    showAll(c, {
      choice: c.req.query("choice")?.slice(0, 300) ?? "",
      name: "",
      url: "",
      lowBelow: String(usualLowBelow),
    }),
  );

  pages.post("/gifts", async (c) => {
    const form = await formOf(c);
    const typed: NewPool = {
      choice: form.choice ?? "",
      name: form.name ?? "",
      url: form.url ?? "",
      lowBelow: form.lowBelow ?? "",
    };
    const w = c.var.view.words.gifts;
    const unserved = await read.unservedGifts({ siteId: c.var.site.id });
    const choice = giftChoices(c.var.programs, unserved).find(
      (one) => keyOf(one) === typed.choice,
    );
    if (!choice) return showAll(c, typed, w.badChoice);
    const { fields, problem } = poolFields(typed, w);
    if (problem !== null) return showAll(c, typed, problem);
    const { programName, ...facts } = choice;
    return leadingTo(c, place, async () => {
      const { id } = await writer.run("createGiftPool", {
        siteId: c.var.site.id,
        ...facts,
        ...fields,
        by,
      });
      return { place: `${place}/${id}`, news: w.created };
    });
  });

  pages.get("/gifts/:id", (c) => showOne(c));

  pages.post("/gifts/:id", async (c) => {
    const w = c.var.view.words.gifts;
    const { fields, problem } = poolFields(await formOf(c), w);
    if (problem !== null) return showOne(c, { problem });
    return doing(c, poolPlace(c), async () => {
      await writer.run("editGiftPool", { ...target(c), ...fields });
      return w.edited;
    });
  });

  pages.post("/gifts/:id/codes", async (c) => {
    const refused = await addCodes(c, { ...deps, back: poolPlace(c) });
    return refused instanceof Response ? refused : showOne(c, refused);
  });

  pages.post("/gifts/:id/expiry", async (c) => {
    const { view } = c.var;
    const w = view.words.gifts;
    const form = await formOf(c);
    const from = form.from === "never" ? null : Number(form.from);
    const to = endOfDay(form.lastDay ?? "", view.timeZone);
    if (to === undefined || (to !== null && to <= deps.now()))
      return showOne(c, { problem: w.badDay });
    return doing(c, poolPlace(c), async () => {
      const { moved, settled } = await writer.run("moveGiftExpiry", {
        ...target(c),
        from,
        to,
      });
      const { count } = view.formats;
      return [
        w.moved(count(moved)),
        ...(settled ? [w.settled(count(settled))] : []),
      ].join(" ");
    });
  });

  pages.post("/gifts/:id/:act{withdrawal|retirement}", (c) => {
    const { formats, words } = c.var.view;
    const isEnd = c.req.param("act") === "retirement";
    return doing(c, poolPlace(c), async () => {
      const { withdrawn } = await writer.run(
        isEnd ? "retireGiftPool" : "withdrawGiftCodes",
        { ...target(c), reason: await reasonOf(c) },
      );
      const w = words.gifts;
      const say = isEnd ? w.retiredNews : w.withdrawnNews;
      return say(formats.count(withdrawn));
    });
  });

  async function showAll(c: Ctx, form: NewPool, problem?: string) {
    const { site, programs } = c.var;
    const cursor = c.req.query("cursor")?.slice(0, 100);
    const pools = await read.giftPools({ siteId: site.id, cursor });
    return page(
      c,
      <GiftsPage
        view={viewWith(c, problem)}
        pools={pools}
        unserved={await read.unservedGifts({ siteId: site.id })}
        programs={programs}
        form={form}
        query={cursor ? { cursor } : {}}
      />,
      problem ? 422 : 200,
    );
  }

  async function showOne(c: Ctx, refused?: CodesForm) {
    const siteId = c.var.site.id;
    const { view } = c.var;
    try {
      const pool = await read.giftPool({
        siteId,
        pool: c.req.param("id") ?? "",
      });
      const others = await read.giftPools({ siteId, limit: 200 });
      const isLast = !others.items.some(
        (one) =>
          one.id !== pool.id &&
          one.retiredAt === null &&
          one.programId === pool.programId &&
          one.on === pool.on &&
          (one.to === null || one.to === pool.to),
      );
      return page(
        c,
        <PoolPage
          view={viewWith(c, refused?.problem)}
          pool={pool}
          programs={c.var.programs}
          isLast={isLast}
          form={refused ?? null}
          now={deps.now()}
        />,
        refused ? 422 : 200,
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return showProblem(c, view.words.gifts.missing);
    }
  }

  return pages;
}

function target(c: Ctx) {
  return { siteId: c.var.site.id, pool: c.req.param("id") ?? "", by };
}

function poolPlace(c: Ctx): string {
  return `${place}/${encodeURIComponent(c.req.param("id") ?? "")}`;
}

function viewWith(c: Ctx, problem: string | undefined) {
  const { view } = c.var;
  return problem
    ? { ...view, news: { kind: "problem" as const, text: problem } }
    : view;
}

/** What was typed, without files. */
async function formOf(c: Ctx): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter(
      (field): field is [string, string] => typeof field[1] === "string",
    ),
  );
}
