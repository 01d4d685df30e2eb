/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { isSameSecret } from "./is-same-secret.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { page } from "./page.ts";
import { LoginPage } from "./pages/login-page.tsx";
import { createPasswordGate } from "./password-gate.ts";
import {
  type createSessions,
  randomName,
  sessionLifeSeconds,
} from "./sessions.ts";

/** The session's cookie. */
export const sessionCookie = "enishi_owner";
/** Ties the sign-in form to the browser that asked for it, as there is no session yet. */
const formCookie = "enishi_owner_form";

/** Sign in and out. */
export function signIn(
  deps: OwnerDeps,
  sessions: ReturnType<typeof createSessions>,
): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();
  const enter = createPasswordGate(deps.adminPassword, deps.now);

  pages.get("/login", (c) => {
    const next = placeFrom(c.req.query("next"));
    return c.var.session ? c.redirect(next, 303) : form(c, next);
  });

  pages.post("/login", async (c) => {
    const { csrf, password, next } = await c.req.parseBody();
    const { words } = c.var.view;
    const place = placeFrom(next);
    const expected = getCookie(c, formCookie);
    if (!expected || !isSameSecret(csrf, expected)) {
      return form(c, place, 403, words.problem.forged);
    }
    const entry = enter(typeof password === "string" ? password : "");
    if (entry.open) {
      setCookie(c, sessionCookie, sessions.open(), {
        ...cookieOptions(c),
        maxAge: sessionLifeSeconds,
      });
      deleteCookie(c, formCookie, { path: "/owner" });
      return c.redirect(place, 303);
    }
    if (entry.retryAfterMs === null)
      return form(c, place, 401, words.login.wrong);
    const seconds = Math.ceil(entry.retryAfterMs / 1000);
    c.header("Retry-After", String(seconds));
    return form(c, place, 429, words.login.wait(seconds));
  });

  function form(
    c: Context<OwnerEnv>,
    next: string,
    status: 200 | 401 | 403 | 429 = 200,
    problem?: string,
  ) {
    // Kept where there is one, so that two open sign-in pages both work.
    const formToken = getCookie(c, formCookie) ?? randomName();
    setCookie(c, formCookie, formToken, cookieOptions(c));
    const { view } = c.var;
    const news = problem
      ? { kind: "problem" as const, text: problem }
      : view.news;
    return page(
      c,
      <LoginPage view={{ ...view, news }} formToken={formToken} next={next} />,
      status,
    );
  }

  function cookieOptions(c: Context) {
    const secure = [deps.publicUrl, c.req.url].some((url) =>
      url.startsWith("https:"),
    );
    return {
      path: "/owner",
      httpOnly: true,
      sameSite: "Strict",
      secure,
    } as const;
  }

  return pages;
}

/** Where to go after signing in: one of these pages, never another site. */
function placeFrom(next: unknown): string {
  return typeof next === "string" && /^\/owner(?:[/?][^\\]*)?$/.test(next)
    ? next
    : "/owner";
}
