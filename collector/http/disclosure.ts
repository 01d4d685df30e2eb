import { readSettings } from "../actions/read-settings.ts";
import { siteByPublicKey } from "../actions/read-site.ts";
import { siteShownTo } from "./browser-calls.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { disclosedFields } from "./disclosed-fields.ts";
import { fieldWords, forgottenVisitor } from "./field-words.ts";
import { occasionWords } from "./occasion-words.ts";
import { queryOf } from "./query.ts";
import { disclosureQuery } from "./schemas/disclosure.ts";
import { storedWords } from "./stored-words.ts";

/** What pages send, why, and to whom: the schemas and their words, put together once. */
export const disclosedSends = disclosedFields().map(([occasion, fields]) => ({
  occasion,
  ...occasionWords[occasion],
  fields: fields.map((name) => ({
    name,
    ...(occasion === "forget" && name === "visitor"
      ? forgottenVisitor
      : fieldWords[name]),
  })),
}));

/** `GET /v1/disclosure` */
export function disclosure(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    const { name, host } = await recipientOf(collector, c);
    const recipient = { name, host };
    c.header("Cache-Control", "no-cache");
    return c.json({
      recipient,
      thirdParties: [],
      stored: storedWords,
      sends: disclosedSends,
    });
  };
}

interface Recipient {
  name: string;
  host: string;
  isNamed: boolean;
  /** Where to ask. */
  shopUrl: string | null;
  termsUrl: string | null;
}

/** Whoever has told neither a brand nor a name is called by the shop's host, which is what a first site is named. */
export async function recipientOf(
  collector: Collector,
  c: HttpContext,
): Promise<Recipient> {
  const { site: key } = queryOf(c, disclosureQuery);
  const remembered = await siteShownTo(collector, c, key);
  // Read anew for its name: of what is remembered, a new one may be missing for some seconds.
  const site = (await siteByPublicKey(collector.reading, key)) ?? remembered;
  const { id: siteId, origins } = site;
  const { program } = await readSettings(collector.reading, {
    siteId,
    program: null,
  });
  const name = program.brand || site.name;
  return {
    name,
    host: new URL(collector.origin).host,
    isNamed: origins.every((origin) => URL.parse(origin)?.host !== name),
    shopUrl: origins[0] ?? null,
    termsUrl: program.termsUrl,
  };
}
