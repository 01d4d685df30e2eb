import type { JoinAnswer, Me } from "../../../sdk/protocol/me.ts";
import type { Settings } from "../../../sdk/protocol/offers.ts";

/** What the page tells its script: nothing that the page itself does not show. */
export interface LivePage {
  collector: string;
  site: string;
  program: string;
  code: string;
  link: string;
  language: string;
  view: "share" | "reward" | "progress";
}

/**
 * Puts the widget where the page stands complete without it. Whoever has only
 * the link shares, with a member that has no rewards to show; whoever proves to
 * be the member, by this device's own token or a fresh signed one behind `#token=`,
 * sees what is theirs.
 *
 * It is sent as its own source text, and so may use nothing of this module.
 */
async function bringToLife(): Promise<void> {
  type Place = HTMLElement & { enishi?: unknown; fetch?: typeof fetch };
  const page = JSON.parse(
    document.getElementById("page")?.textContent ?? "{}",
  ) as LivePage;
  const { collector, site, program, code, link } = page;
  const place = document.querySelector<Place>("[data-place]");
  const signed = new URLSearchParams(location.hash.slice(1)).get("token");
  // Neither the address bar nor the history keeps what proves who somebody is.
  if (signed)
    history.replaceState(null, "", location.pathname + location.search);
  if (!place) return;

  if (signed ? await joinSigned(place, signed) : await isKnownHere()) {
    for (const part of document.querySelectorAll<HTMLElement>(
      "[data-unproven]",
    ))
      part.hidden = true;
    return show(page.view === "reward" ? as("enishi-reward", place) : place);
  }
  if (signed) {
    const stale = document.querySelector<HTMLElement>("[data-stale]");
    if (stale) stale.hidden = false;
  }
  if (page.view !== "progress" && (await lendForSharing(place))) show(place);

  /** The widget is to find the answer that proved it, and not to ask for another token. */
  async function joinSigned(at: Place, token: string): Promise<boolean> {
    const answer = await ask("/v1/members", {
      method: "POST",
      body: JSON.stringify({ site, program, token }),
    });
    if (!answer) return false;
    const joined = (await answer.json()) as JoinAnswer;
    at.setAttribute("token", token);
    at.fetch = async (url, init) =>
      String(url).endsWith("/v1/members")
        ? Response.json(joined)
        : fetch(url, init);
    return true;
  }

  /** Somebody else's membership on this device proves nothing about this page's member. */
  async function isKnownHere(): Promise<boolean> {
    try {
      const kept = JSON.parse(localStorage.getItem("_enishi_member") ?? "{}");
      if (!kept.token || kept.who?.split(" ")[0] !== site) return false;
      const answer = await ask("/v1/me", {
        headers: { Authorization: `Bearer ${kept.token}` },
      });
      const me = (await answer?.json()) as Me | undefined;
      return me?.member.code === code;
    } catch {
      return false;
    }
  }

  /** The link, its code and the public promise: no more than is on the page. */
  async function lendForSharing(at: Place): Promise<boolean> {
    const query = new URLSearchParams({ site, program });
    const answer = await ask(`/v1/settings?${query}`);
    if (!answer) return false;
    const { program: offered, test } = (await answer.json()) as Settings;
    const { texts, currency } = offered;
    const member = { id: "", code, link, publicName: null, referred: false };
    const me: Me = {
      member,
      ...(test ? { test } : {}),
      shareOnly: true,
      program: offered,
      totals: { pendingMinor: 0, confirmedMinor: 0, paidMinor: 0, currency },
      rewards: [],
      friends: [],
      share: {
        text: texts.share_text ?? null,
        disclosure: texts.disclosure ?? null,
      },
    };
    at.fetch = async (url) =>
      Response.json(
        String(url).endsWith("/v1/members") ? { member, token: "shared" } : me,
      );
    at.enishi = async (name: string, detail: unknown) => {
      const tracker = Reflect.get(window, "enishi");
      if (name !== "context") return tracker(name, detail);
      const context = await tracker("context");
      // Not to be kept: it is a link's word, not a person's.
      return context && { ...context, token: "shared", mayStore: false };
    };
    return true;
  }

  async function ask(path: string, init?: RequestInit) {
    try {
      const answer = await fetch(collector + path, {
        ...init,
        credentials: "omit",
      });
      return answer.ok ? answer : undefined;
    } catch {
      return undefined;
    }
  }

  function as(name: string, from: Place): Place {
    const to = document.createElement(name) as Place;
    for (const { name, value } of from.attributes) to.setAttribute(name, value);
    if (from.fetch) to.fetch = from.fetch;
    to.append(...from.childNodes);
    from.replaceWith(to);
    return to;
  }

  /** Only now: until then what the page says without a script stands. */
  function show(at: Place): void {
    at.hidden = false;
    const script = document.createElement("script");
    script.src = `${collector}/enishi.js`;
    script.dataset.site = site;
    script.dataset.locale = page.language;
    document.head.append(script);
  }
}

/** The script of a hosted page, as it stands in the page. */
export const hostedScript = `(${bringToLife})()`;
