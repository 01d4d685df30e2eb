import { html } from "hono/html";
import { answerProblem } from "./answer-problem.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { commonFields } from "./disclosed-fields.ts";
import { disclosedSends, recipientOf } from "./disclosure.ts";
import { disclosureWords } from "./disclosure-words.ts";
import { forgottenVisitor } from "./field-words.ts";
import { htmlPage } from "./html-page.ts";
import { pageLanguage } from "./page-language.ts";
import { queryOf } from "./query.ts";
import { disclosureQuery } from "./schemas/disclosure.ts";
import { storedWords } from "./stored-words.ts";

type Language = "ja" | "en";
type Sends = (typeof disclosedSends)[number];
type Field = Sends["fields"][number];

const common = new Set<string>(commonFields());
/** Events are next to each other: what they share is said once. */
const events = disclosedSends.filter(({ fields }) =>
  [...common].every((name) => fields.some((field) => field.name === name)),
);
const shared = events[0]?.fields.filter(({ name }) => common.has(name)) ?? [];

/** `GET /disclosure`: what `GET /v1/disclosure` says, for people; so is what is wrong with their address. */
export function disclosurePage(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    c.header("Cache-Control", "no-cache");
    c.header("Vary", "Accept, Accept-Language", { append: true });
    try {
      return await page(collector, c);
    } catch (error) {
      const problem = answerProblem(collector, c, error);
      const isPerson = c.req.header("accept")?.includes("text/html");
      return isPerson ? wrongAddress(c, problem.status) : problem;
    }
  };
}

async function page(collector: Collector, c: HttpContext): Promise<Response> {
  const recipient = await recipientOf(collector, c);
  const { site, ...asked } = queryOf(c, disclosureQuery);
  const language = asked.language ?? languageOf(c);
  const other = language === "ja" ? "en" : "ja";
  const say = disclosureWords[language];
  const { host, isNamed, shopUrl, termsUrl } = recipient;
  const name = isNamed ? recipient.name : say.operator(recipient.name);
  const first = events[0]?.on[language] ?? "";
  const last = events.at(-1)?.on[language] ?? "";
  const heading = (on: string) => say.heading(on);
  return htmlPage(c, {
    language,
    title: say.title,
    body: html`<p class="small"><a href="?site=${encodeURIComponent(site)}&amp;language=${other}" hreflang="${other}" lang="${other}">${say.other}</a></p>
<h1>${say.title}</h1>
<p>${say.lead(name, host)}</p>
<p>${say.choice}</p>
<h2>${say.optOut}</h2>
<ul class="points">
${say.ways.map((way) => html`<li>${way}</li>\n`)}</ul>
<h2>${say.stored}</h2>
<ul class="points">
${storedWords.map(
  (
    stored,
  ) => html`<li>${stored.holds[language]} <small>${stored.name} (${stored.where.join(", ")})</small><br>${say.purpose}${stored.purpose[language]}<br>${say.lasts}${stored.lasts[language]}</li>
`,
)}</ul>
<h2>${say.common}</h2>
<p>${say.commonIn(heading(first), heading(last))}</p>
${list(shared, language)}
${disclosedSends.map(
  (sends) => html`<h2>${heading(sends.on[language])}</h2>
<p>${say.purpose}${sends.purpose[language]}</p>
${list(ownFields(sends), language)}
`,
)}
<h2>${say.ask}</h2>
<p>${say.askWhom(name)}</p>
<p>${shopUrl && html`<a href="${shopUrl}">${say.shop}</a>`} ${termsUrl && html`<a href="${termsUrl}">${say.terms}</a>`}</p>
<p class="small">${say.requests}</p>`,
  });
}

/** What an occasion sends besides what all events have; the withdrawn id is said where it is, in words of its own. */
function ownFields(sends: Sends): Field[] {
  return events.includes(sends)
    ? sends.fields.filter(
        ({ name, ja }) => !common.has(name) || ja === forgottenVisitor.ja,
      )
    : sends.fields;
}

/** What is within a thing that has a name of its own is said in its line. */
function list(fields: Field[], language: Language) {
  const names = new Set<string>(fields.map(({ name }) => name));
  const wholeOf = ({ name }: Field) => name.split(".")[0] ?? "";
  const isWithin = (field: Field) =>
    field.name !== wholeOf(field) && names.has(wholeOf(field));
  return html`<ul class="points">
${fields
  .filter((field) => !isWithin(field))
  .map((field) => {
    const parts = fields.filter(
      (part) => isWithin(part) && wholeOf(part) === field.name,
    );
    const all = [field, ...parts];
    return html`<li>${all.map((one) => one[language]).join(disclosureWords[language].comma)} <small>(${all.map(({ name }) => name).join(", ")})</small></li>\n`;
  })}</ul>`;
}

function languageOf(c: HttpContext): Language {
  return pageLanguage(c.req.header("accept-language"));
}

function wrongAddress(c: HttpContext, status: number) {
  const asked = c.req.query("language");
  const language = asked === "ja" || asked === "en" ? asked : languageOf(c);
  const { title, text, later } = disclosureWords[language].wrong;
  return htmlPage(c, {
    language,
    title,
    status,
    body: html`<h1>${title}</h1>
<p>${status === 429 || status >= 500 ? later : text}</p>`,
  });
}
