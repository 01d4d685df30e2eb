import { html } from "hono/html";
import { plainProblem } from "../answer-problem.ts";
import type { Answer, Collector, HttpContext } from "../collector.ts";
import { hostedPage, thread } from "./hosted-page.ts";
import { hostedWords } from "./hosted-words.ts";
import { languageAsked } from "./with-share-page.ts";

/** A handler for those who opened a link: where we cannot answer, whoever reads pages is told so by one. */
export function openLater(
  collector: Collector,
  handle: (c: HttpContext) => Answer,
) {
  return async (c: HttpContext): Promise<Response> => {
    try {
      return await handle(c);
    } catch (error) {
      const { status, headers, body } = plainProblem(collector, c, error);
      const isOurs = status === 500 || status === 503;
      if (!isOurs || !c.req.header("accept")?.includes("text/html"))
        return c.newResponse(body, status as 400, headers);
      const language = languageAsked(c);
      const { title, lead } = hostedWords[language].later;
      const retryAfter = headers["Retry-After"];
      if (retryAfter) c.header("Retry-After", retryAfter);
      return hostedPage(c, {
        language,
        shop: null,
        status,
        title,
        body: html`<div class="intro"><h1>${title}</h1>
<p>${lead}</p></div>
${thread}`,
      });
    }
  };
}
