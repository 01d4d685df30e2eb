import { plainProblem } from "../answer-problem.ts";
import type { Answer, Collector, HttpContext } from "../collector.ts";
import { hostedWords } from "./hosted-words.ts";
import { noticePage } from "./notice-page.ts";
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
      const retryAfter = headers["Retry-After"];
      if (retryAfter) c.header("Retry-After", retryAfter);
      return noticePage(c, {
        language,
        status,
        words: hostedWords[language].later,
      });
    }
  };
}
