/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { formToken } from "./form-token.ts";
import { isSameSecret } from "./is-same-secret.ts";
import { isPlace, type KeptForm, keptIn } from "./kept-form.ts";
import { rememberLanguage, wordsIn } from "./language.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { page } from "./page.ts";
import { AgainPage } from "./pages/again-page.tsx";
import { LoginPage } from "./pages/login-page.tsx";
import { createPasswordGate } from "./password-gate.ts";
import {
  type createSessions,
  randomName,
  type Session,
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
    if (c.var.session) return c.redirect(next, 303);
    // A browser forgets the cookie with its session, unless the session ended early.
    const hasEnded = getCookie(c, sessionCookie) !== undefined;
    const { endedOnly } = c.var.view.words.again;
    return form(c, { next, says: hasEnded ? endedOnly : undefined });
  });

  pages.post("/login", async (c) => {
    const { csrf, password, next, kept, do: act } = await c.req.parseBody();
    const { words } = c.var.view;
    const place = placeFrom(next);
    const asked = { next: place, kept: keptIn(kept) };
    if (act === "language-ja" || act === "language-en") {
      const language = act === "language-ja" ? "ja" : "en";
      rememberLanguage(c, language);
      c.set("view", { ...c.var.view, language, words: wordsIn[language] });
      return form(c, { ...asked, says: c.var.view.words.again.ended });
    }
    const expected = getCookie(c, formCookie);
    if (!expected || !isSameSecret(csrf, expected)) {
      return form(c, { ...asked, says: words.problem.forged }, 403);
    }
    const entry = enter(typeof password === "string" ? password : "");
    if (entry.open) {
      const id = sessions.open();
      setCookie(c, sessionCookie, id, {
        ...cookieOptions(c),
        maxAge: sessionLifeSeconds,
      });
      deleteCookie(c, formCookie, { path: "/owner" });
      if (asked.kept) return again(c, sessions.find(id), asked.kept);
      return c.redirect(place, 303);
    }
    if (entry.retryAfterMs === null)
      return form(c, { ...asked, says: words.login.wrong }, 401);
    const seconds = Math.ceil(entry.retryAfterMs / 1000);
    c.header("Retry-After", String(seconds));
    return form(c, { ...asked, says: words.login.wait(seconds) }, 429);
  });

  /** What was typed, to be sent with the token of the new session: signing in does nothing else. */
  async function again(
    c: Context<OwnerEnv>,
    session: Session | null,
    kept: KeptForm,
  ) {
    const site = await deps.read.site({ id: kept.siteId });
    // Done to another site than it was meant for, it would be worse than lost.
    if (!session || site?.id !== kept.siteId) return c.redirect(kept.back, 303);
    session.siteId = kept.siteId;
    const csrf = formToken(session, kept.siteId);
    return page(c, <AgainPage view={c.var.view} csrf={csrf} kept={kept} />);
  }

  const form = (
    c: Context<OwnerEnv>,
    asked: SignInPage,
    status?: 401 | 403 | 429,
  ) => showSignIn(c, deps, asked, status);

  const cookieOptions = (c: Context) => cookieOptionsOf(c, deps);

  return pages;
}

interface SignInPage {
  next: string;
  kept?: KeptForm | null;
  says?: string | undefined;
}

/** The sign-in page, whatever was asked for. */
export function showSignIn(
  c: Context<OwnerEnv>,
  deps: Pick<OwnerDeps, "publicUrl">,
  { next, kept = null, says }: SignInPage,
  status: 200 | 401 | 403 | 429 = 200,
) {
  // Kept where there is one, so that two open sign-in pages both work.
  const formToken = getCookie(c, formCookie) ?? randomName();
  setCookie(c, formCookie, formToken, cookieOptionsOf(c, deps));
  const { view } = c.var;
  const news = says ? { kind: "problem" as const, text: says } : view.news;
  // The address of a form is no page to come back to in another language.
  const here = `/owner/login?${new URLSearchParams({ next })}`;
  return page(
    c,
    <LoginPage
      view={{ ...view, news, here }}
      formToken={formToken}
      next={next}
      kept={kept}
    />,
    status,
  );
}

function cookieOptionsOf(c: Context, deps: Pick<OwnerDeps, "publicUrl">) {
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

/** Where to go after signing in: one of these pages, never another site. */
function placeFrom(next: unknown): string {
  return isPlace(next) ? next : "/owner";
}
