/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { Chosen, ChosenOne } from "../../actions/chosen.ts";
import type { Waiting } from "../../actions/list-queue.ts";
import { confirmByHand } from "../confirm-by-hand.ts";
import { problemText, reasonOf } from "../doing.ts";
import { startWork } from "../long-work.tsx";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { nothingTicked } from "../queue/nothing-ticked.ts";
import { queuePath } from "../queue/queue-path.ts";
import type { News } from "../sessions.ts";
import { ConfirmPage } from "./confirm-page.tsx";
import { type BulkOutcome, chunkSize, inBulk } from "./in-bulk.ts";

type Ctx = Context<OwnerEnv>;
const by = "owner";
const states = ["pending", "confirmed", "paid", "void"] as const;
/** More boxes than a page of any list has. */
const mostTicked = 200;

/** What is asked: an act on those that are ticked, or on all that match. */
interface Asked {
  act: "confirm" | "pay" | "void";
  chosen: Chosen;
  /** What says it again, in an address or a form. */
  fields: [string, string][];
}

/** Acts on many at once: a page that says what would happen, and then the act, as work that shows how far it is. */
export function ownerBulk(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, writer } = deps;
  const pages = new Hono<OwnerEnv>();

  pages.get("/queue/:what{unverified|held}/bulk", (c) => show(c, waitingOf(c)));
  pages.post("/queue/:what{unverified|held}/bulk", (c) => run(c, waitingOf(c)));
  pages.get("/rewards/bulk", (c) => show(c, "rewards"));
  pages.post("/rewards/bulk", (c) => run(c, "rewards"));

  async function show(c: Ctx, of: Chosen["of"]) {
    const query = new URL(c.req.url).searchParams;
    const asked = await askedOf(c, of, query);
    if (asked.chosen.ids?.length === 0)
      return nothingTicked(c, listOf(of, query));
    const siteId = c.var.site.id;
    const sum = await read.chosenSum({ siteId, chosen: asked.chosen });
    const names = await read.names({
      siteId,
      ids: sum.largest.map(({ member }) => member),
    });
    return page(
      c,
      <ConfirmPage
        view={c.var.view}
        action={`${placeOf(of)}/bulk`}
        back={listOf(of, query)}
        of={of}
        act={asked.act}
        sum={sum}
        names={names}
        ticked={asked.chosen.ids?.length ?? null}
        fields={[...asked.fields, ["upTo", sum.upTo ?? ""]]}
      />,
    );
  }

  async function run(c: Ctx, of: Chosen["of"]) {
    const form = new URLSearchParams();
    for (const [name, value] of await c.req.formData())
      if (typeof value === "string") form.append(name, value);
    const asked = await askedOf(c, of, form);
    const { act, chosen } = asked;
    const siteId = c.var.site.id;
    const w = c.var.view.words.queue.bulk;
    const acts: Record<string, string> = w.acts[of];
    const { count } = await read.chosenSum({ siteId, chosen });
    return startWork(
      c,
      {
        title: w.working(acts[act] ?? act),
        total: count,
        back: listOf(of, form),
      },
      async (step) => {
        const reason = act === "void" ? await reasonOf(c) : "";
        const outcome = await inBulk(
          (cursor) => read.chosen({ siteId, chosen, cursor, limit: chunkSize }),
          (one) => acting(c, of, act, one, reason),
          step,
        );
        return newsOf(c, outcome);
      },
    );
  }

  function acting(
    c: Ctx,
    of: Chosen["of"],
    act: Asked["act"],
    { id }: ChosenOne,
    reason: string,
  ): Promise<unknown> {
    const siteId = c.var.site.id;
    if (of === "rewards") {
      const input = { siteId, reward: id, by };
      if (act === "void") return writer.run("voidReward", { ...input, reason });
      if (act === "pay") return writer.run("payReward", input);
      return confirmByHand(writer, c.var.view.words, { siteId, reward: id });
    }
    const input = { siteId, conversion: id, by };
    if (of === "held")
      return act === "void"
        ? writer.run("voidHeld", { ...input, reason })
        : writer.run("releaseHold", input);
    return act === "void"
      ? writer.run("refuseConversion", { ...input, reason })
      : writer.run("verifyConversion", input);
  }

  async function askedOf(
    c: Ctx,
    of: Chosen["of"],
    given: URLSearchParams,
  ): Promise<Asked> {
    const all = given.get("all");
    const act = actOf(of, all ?? given.get("act"));
    const ids =
      all === null
        ? [...new Set(given.getAll("id"))].slice(0, mostTicked)
        : null;
    const subjects = { ids, upTo: given.get("upTo") || null };
    const fields: Asked["fields"] = [
      [all === null ? "act" : "all", act],
      ...(ids ?? []).map((id): [string, string] => ["id", id]),
    ];
    if (of !== "rewards") return { act, fields, chosen: { of, ...subjects } };
    const state = states.find((one) => one === given.get("state")) ?? null;
    const member = given.get("member") || null;
    if (state) fields.push(["state", state]);
    if (member) fields.push(["member", member]);
    const programId = given.get("program") || null;
    if (programId) fields.push(["program", programId]);
    const personId = member
      ? ((await read.personOf({ siteId: c.var.site.id, member })) ?? "")
      : null;
    return {
      act,
      fields,
      chosen: { of, act, state, personId, programId, ...subjects },
    };
  }

  return pages;
}

function actOf(of: Chosen["of"], named: string | null): Asked["act"] {
  if (named === "void") return "void";
  return named === "pay" && of === "rewards" ? "pay" : "confirm";
}

function waitingOf(c: Context): Waiting {
  return c.req.param("what") === "held" ? "held" : "unverified";
}

function placeOf(of: Chosen["of"]): string {
  return of === "rewards" ? "/owner/rewards" : `/owner/queue/${of}`;
}

/** The list that it was asked from. */
function listOf(of: Chosen["of"], given: URLSearchParams): string {
  if (of !== "rewards") return queuePath(of);
  const filter = new URLSearchParams();
  for (const name of ["state", "member", "program"]) {
    const value = given.get(name);
    if (value) filter.set(name, value);
  }
  return filter.size > 0 ? `/owner/rewards?${filter}` : "/owner/rewards";
}

/** How many were done, and which were not, each with the reason. */
function newsOf(c: Ctx, { done, failed, named }: BulkOutcome): News {
  const { view } = c.var;
  const w = view.words.queue.bulk;
  const { count } = view.formats;
  if (failed === 0) return { kind: "done", text: w.done(count(done)) };
  const lines = named.map(
    ({ one, error }) => `${one.orderId} (${one.id}): ${problemText(c, error)}`,
  );
  const rest = failed - named.length;
  if (rest > 0) lines.push(w.failedMore(count(rest)));
  return {
    kind: "problem",
    text: `${w.done(count(done))} ${w.failed(count(failed))}`,
    lines,
  };
}
