import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { QueueCounts } from "../actions/list-queue.ts";
import type { SiteRecord } from "../actions/read-site.ts";
import { formToken } from "./form-token.ts";
import { formatsFor } from "./formats.ts";
import { languageOf, wordsIn } from "./language.ts";
import type { OwnerReads } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import type { Session } from "./sessions.ts";
import { style } from "./style.ts";

/** So many sites can be chosen in the head of every page; the rest in their list. */
const sitesInHead = 20;

const styleUrl = `/owner/style.css?v=${createHash("sha256").update(style).digest("hex").slice(0, 8)}`;

/** Makes a site the one that this request is about. */
export async function lookAt(
  c: Context<OwnerEnv>,
  site: SiteRecord | null,
  read: OwnerReads,
): Promise<void> {
  const { session } = c.var;
  const programs = site ? await read.programs({ siteId: site.id }) : [];
  c.set("programs", programs);
  if (site) c.set("site", site);
  const isIn = site !== null && session !== null;
  c.set("view", {
    ...viewOf(c, session, programs[0]?.timeZone ?? "UTC"),
    programNames: Object.fromEntries(
      programs.map(({ id, name }) => [id, name]),
    ),
    csrf: isIn ? formToken(session, site.id) : null,
    waiting: isIn ? waitingIn(await read.queueCounts({ siteId: site.id })) : 0,
    lowPools: isIn ? (await read.lowPools({ siteId: site.id })).length : 0,
    sites: isIn
      ? {
          shown: site,
          ...(await read.sites({ isOpen: true, limit: sitesInHead })),
        }
      : null,
  });
}

function viewOf(c: Context, session: Session | null, timeZone: string) {
  const language = languageOf(c);
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.delete("lang");
  const news = session?.news ?? null;
  const typed = session?.typed ?? null;
  if (session && c.req.method === "GET") {
    session.news = null;
    session.typed = null;
  }
  return {
    language,
    words: wordsIn[language],
    formats: formatsFor(language, timeZone),
    timeZone,
    here: searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname,
    styleUrl,
    news,
    typed,
  };
}

/** Orders that matched nobody can be looked into, but wait for nothing. */
function waitingIn({ unverified, held, disputed }: QueueCounts): number {
  return unverified + held + disputed;
}
