/** @jsxImportSource hono/jsx */
import type { Context, MiddlewareHandler } from "hono";
import { formToken, formTokenIn } from "./form-token.ts";
import { isOwnForm, isSaidToBeOwn } from "./is-own-form.ts";
import { isSameSecret } from "./is-same-secret.ts";
import { keptForm } from "./kept-form.ts";
import { lookAt } from "./look-at.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { page } from "./page.ts";
import { AgainPage } from "./pages/again-page.tsx";
import { showProblem } from "./show-problem.tsx";

type Ctx = Context<OwnerEnv>;

/** Lets no form through that the browser says is from elsewhere. */
export function fromHere({
  publicUrl,
}: OwnerDeps): MiddlewareHandler<OwnerEnv> {
  return async (c, next) => (isOwnForm(c, publicUrl) ? next() : forged(c));
}

/** Lets no form through that does not carry this session's token. */
export function ofThisSession(deps: OwnerDeps): MiddlewareHandler<OwnerEnv> {
  const { read } = deps;
  return async (c, next) => {
    const { csrf } = await c.req.parseBody();
    const { session } = c.var;
    const { token, siteId } = formTokenIn(csrf);
    if (!session || !isSameSecret(token, session.csrf))
      return (await again(c, deps)) ?? forged(c);
    if (siteId !== c.var.site.id) {
      // From a page that another was chosen beside: it does what it says, to the site that it shows.
      const site = await read.site({ id: siteId });
      if (site?.id !== siteId) return forged(c);
      session.siteId = siteId;
      await lookAt(c, site, read);
    }
    return next();
  };
}

/** A form of an earlier session, by all that the browser says: it is asked for once more. */
async function again(c: Ctx, { read, publicUrl }: OwnerDeps) {
  const { session, view } = c.var;
  if (!session || !isSaidToBeOwn(c, publicUrl)) return null;
  const kept = await keptForm(c);
  if (!kept) return null;
  const site = await read.site({ id: kept.siteId });
  if (site?.id !== kept.siteId) return null;
  const csrf = formToken(session, kept.siteId);
  return page(c, <AgainPage view={view} csrf={csrf} kept={kept} />, 403);
}

function forged(c: Ctx) {
  return showProblem(c, c.var.view.words.problem.forged, 403);
}
