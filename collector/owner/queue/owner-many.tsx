/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { DomainError } from "../../domain/domain-error.ts";
import { calledOf } from "../bulk/confirm-page.tsx";
import { type BulkOutcome, inBulk } from "../bulk/in-bulk.ts";
import { problemText, reasonOf } from "../doing.ts";
import { startWork } from "../long-work.tsx";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import type { News } from "../sessions.ts";
import { DecisionFields } from "./answer-form.tsx";
import { ManyPage } from "./many-page.tsx";
import { nothingTicked } from "./nothing-ticked.ts";
import { queuePath } from "./queue-path.ts";

type Ctx = Context<OwnerEnv>;
const by = "owner";
/** More boxes than a page of these lists has. */
const mostTicked = 50;

/** The same answer to many disputes; many orders that matched nobody credited to their best guesses, or set aside. */
export function ownerMany({ read, writer }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();
  const disputed = queuePath("disputed");
  const unmatched = queuePath("unmatched");

  pages.get("/queue/disputed/bulk", async (c) => {
    const { view, site } = c.var;
    const w = view.words.queue.many;
    const ids = c.req.queries("id")?.slice(0, mostTicked) ?? [];
    if (ids.length === 0) return nothingTicked(c, disputed);
    const { items } =
      ids.length === 0
        ? { items: [] }
        : await read.disputes({ siteId: site.id, state: "open", ids });
    const names = await read.names({
      siteId: site.id,
      ids: items.map(({ member }) => member),
    });
    return page(
      c,
      <ManyPage
        view={view}
        title={w.answer}
        says={w.answerSays}
        act="answer"
        ids={items.map(({ id }) => id)}
        back={disputed}
        action={`${disputed}/bulk`}
        button={w.answerDo(view.formats.count(items.length))}
        lines={items.map(({ member, message }) => (
          <>
            <strong>{calledOf(names.get(member), view)}</strong> {message}
          </>
        ))}
      >
        <DecisionFields view={view} form={`${disputed}/bulk`} />
      </ManyPage>,
    );
  });

  pages.post("/queue/disputed/bulk", async (c) => {
    const { ids, field } = await formOf(c);
    const w = c.var.view.words.queue;
    const decision = field("decision");
    const message = field("message").slice(0, 1_000);
    return run(c, { ids, title: w.many.answer, back: disputed }, (dispute) => {
      if ((decision !== "upheld" && decision !== "declined") || !message)
        throw new DomainError("invalid_field", w.answerNeeded);
      const siteId = c.var.site.id;
      const input = { siteId, dispute, decision, message, by };
      return writer.run("settleDispute", { ...input, decision });
    });
  });

  pages.get("/queue/unmatched/bulk", async (c) => {
    const { view } = c.var;
    const w = view.words.queue.many;
    const ids = c.req.queries("id")?.slice(0, mostTicked) ?? [];
    if (ids.length === 0) return nothingTicked(c, unmatched);
    const isAside = c.req.query("act") === "aside";
    const items = (await guessed(c, ids)).filter(
      ({ guesses }) => isAside || guesses.length > 0,
    );
    const names = await read.names({
      siteId: c.var.site.id,
      ids: items.map(({ guesses }) => guesses[0]?.member ?? null),
    });
    const count = view.formats.count(items.length);
    return page(
      c,
      <ManyPage
        view={view}
        title={isAside ? w.aside : w.credit}
        says={isAside ? w.asideSays : w.creditSays}
        act={isAside ? "aside" : "credit"}
        ids={items.map(({ id }) => id)}
        back={unmatched}
        action={`${unmatched}/bulk`}
        button={isAside ? w.asideDo(count) : w.creditDo(count)}
        lines={items.map(({ orderId, guesses: [guess] }) => (
          <>
            <code>{orderId}</code>
            {isAside || !guess
              ? null
              : ` → ${calledOf(names.get(guess.member), view)} (${guess.code})`}
          </>
        ))}
      >
        {isAside
          ? null
          : items.map(({ id, guesses: [guess] }) => (
              <input type="hidden" name={id} value={guess?.member} />
            ))}
        <label>
          {view.words.rewards.reason}
          <input name="reason" required maxlength={200} autocomplete="off" />
        </label>
      </ManyPage>,
    );
  });

  pages.post("/queue/unmatched/bulk", async (c) => {
    const { ids, field } = await formOf(c);
    const siteId = c.var.site.id;
    const w = c.var.view.words.queue.many;
    const isAside = field("act") === "aside";
    const title = isAside ? w.aside : w.credit;
    return run(c, { ids, title, back: unmatched }, async (conversion) => {
      const reason = await reasonOf(c);
      const input = { siteId, conversion, reason, by };
      // As it was shown: who is likeliest may have changed since.
      return isAside
        ? writer.run("setAside", input)
        : writer.run("creditByHand", { ...input, member: field(conversion) });
    });
  });

  async function guessed(c: Ctx, ids: string[]) {
    if (ids.length === 0) return [];
    const { items } = await read.unmatched({ siteId: c.var.site.id, ids });
    return items;
  }

  return pages;
}

function run(
  c: Ctx,
  { ids, title, back }: { ids: string[]; title: string; back: string },
  act: (id: string) => unknown,
): Promise<Response> {
  const chosen = ids.map((id) => ({ id, orderId: id }));
  return startWork(c, { title, total: ids.length, back }, async (step) =>
    newsOf(
      c,
      await inBulk(
        async () => ({ items: chosen, next: null }),
        async ({ id }) => act(id),
        step,
      ),
    ),
  );
}

async function formOf(c: Ctx) {
  const form = await c.req.formData();
  return {
    ids: form
      .getAll("id")
      .filter((id) => typeof id === "string")
      .slice(0, mostTicked),
    field: (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value.trim() : "";
    },
  };
}

function newsOf(c: Ctx, { done, failed, named }: BulkOutcome): News {
  const { view } = c.var;
  const w = view.words.queue.bulk;
  const text = w.done(view.formats.count(done));
  if (failed === 0) return { kind: "done", text };
  return {
    kind: "problem",
    text: `${text} ${w.failed(view.formats.count(failed))}`,
    lines: named.map(({ one, error }) => `${one.id}: ${problemText(c, error)}`),
  };
}
