import { Hono } from "hono";
import { refuseWebhookUrl } from "../collector/actions/webhook-url.ts";
import { newTroubles } from "../collector/domain/troubles.ts";
import { checkProgram } from "../collector/http/check-program.ts";
import { ownerReads } from "../collector/owner/owner-deps.ts";
import { ownerPages } from "../collector/owner/owner-pages.ts";
import { eventually } from "./eventually.ts";
import { keepCookies } from "./keep-cookies.ts";
import { openApp } from "./open-app.ts";

/** The owner's pages on a collector in memory, and a browser that is signed in to them. */
export async function openOwner() {
  const troubles = newTroubles();
  const collector = await openApp({ troubles });
  const { work } = collector;
  const pages = ownerPages({
    adminPassword: "correct horse",
    publicUrl: work.publicUrl,
    stub: "",
    now: work.now,
    troubles,
    checkProgram,
    refuseWebhookUrl: (url) =>
      refuseWebhookUrl(url, {
        allowPrivate: false,
        resolve: async () => [{ address: "8.8.8.8", family: 4 }],
      }),
    read: ownerReads(work),
    writer: collector.writer,
  });
  const app = new Hono().route("/owner", pages);
  const { request } = keepCookies(app, work.publicUrl);

  const get = async (path: string) => (await request(path)).text();

  async function post(path: string, fields: Iterable<[string, string]>) {
    const answer = await request(path, {
      method: "POST",
      body: new URLSearchParams([...fields]),
    });
    const location = await whenDone(answer.headers.get("location"));
    return { status: answer.status, location, html: await answer.text() };
  }

  /** Where a form leads: on a busy machine by the page that shows how far its work is, which goes on once it is done. */
  async function whenDone(location: string | null) {
    if (!location?.startsWith("/owner/progress/")) return location;
    return eventually(async () => {
      const next = (await request(location)).headers.get("location");
      if (!next) throw new Error(`Expected the work of ${location} to end.`);
      return next;
    });
  }

  /** Sends a form as one of these pages has it for this session. */
  async function send(path: string, fields: Iterable<[string, string]> = []) {
    const csrf = fieldsIn(await get("/owner/members")).get("csrf") ?? "";
    return post(path, [["csrf", csrf], ...fields]);
  }

  async function signIn() {
    const { csrf = "" } = Object.fromEntries(
      fieldsIn(await get("/owner/login?lang=en")),
    );
    await post("/owner/login", [
      ["csrf", csrf],
      ["password", "correct horse"],
    ]);
  }
  await signIn();
  /** Every address of the owner's pages that can be looked at. */
  const ownerReadable = [
    ...new Set(
      app.routes
        .filter(({ method }) => method === "GET")
        .map(({ path }) => path),
    ),
  ];
  return {
    ...collector,
    ...{ request, get, post, send, whenDone, signIn, ownerReadable },
  };
}

/** What a browser would send of a page's fields, by name. */
export function fieldsIn(html: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [, attributes = ""] of html.matchAll(/<input ([^>]*)>/g)) {
    const name = attribute(attributes, "name");
    const isBox = attribute(attributes, "type") === "checkbox";
    if (!name || (isBox && !/\bchecked\b/.test(attributes))) continue;
    fields.set(name, attribute(attributes, "value"));
  }
  for (const [, attributes = "", content = ""] of html.matchAll(
    /<select ([^>]*)>(.*?)<\/select>/gs,
  )) {
    const chosen =
      /<option ([^>]*\bselected\b[^>]*)>/.exec(content)?.[1] ??
      /<option ([^>]*)>/.exec(content)?.[1] ??
      "";
    fields.set(attribute(attributes, "name"), attribute(chosen, "value"));
  }
  for (const [, attributes = "", content = ""] of html.matchAll(
    /<textarea ([^>]*)>(.*?)<\/textarea>/gs,
  )) {
    // As a browser does: without the first line break.
    const text = unescaped(content).replace(/^\n/, "");
    fields.set(attribute(attributes, "name"), text);
  }
  return fields;
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes);
  return unescaped(found?.[1] ?? "");
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
