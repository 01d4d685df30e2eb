import type { Context, MiddlewareHandler } from "hono";
import { isSaidToBeOwn } from "./is-own-form.ts";
import { cameFrom, keptForm } from "./kept-form.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { showSignIn } from "./sign-in.tsx";

/** Lets those through who are signed in; `forms` bounds what is kept of the others' forms. */
export function signedIn(
  deps: OwnerDeps,
  forms: MiddlewareHandler,
): MiddlewareHandler<OwnerEnv> {
  return async (c, next) => {
    if (c.var.session) return next();
    const place = c.req.method === "GET" ? c.var.view.here : cameFrom(c);
    if (isSaidToBeOwn(c, deps.publicUrl) && isKeepable(c))
      return forms(c, async () => {
        c.res = await signInFirst(c, deps);
      });
    return c.redirect(
      `/owner/login?${new URLSearchParams({ next: place })}`,
      303,
    );
  };
}

/** What was typed comes along, in the sign-in page itself. */
async function signInFirst(c: Context<OwnerEnv>, deps: OwnerDeps) {
  const kept = await keptForm(c);
  const w = c.var.view.words.again;
  const says = kept ? w.ended : w.endedOnly;
  return showSignIn(c, deps, { next: cameFrom(c), kept, says }, 401);
}

/** A form without files, of which nobody could send the same again. Signing out needs no signing in. */
function isKeepable(c: Context): boolean {
  const type = c.req.header("content-type") ?? "";
  return (
    c.req.method === "POST" &&
    type.startsWith("application/x-www-form-urlencoded") &&
    c.req.path !== "/owner/logout"
  );
}
