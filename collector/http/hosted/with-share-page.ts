import { type Language, spoken } from "../../../sdk/protocol/spoken.ts";
import {
  isOurSeal,
  readSharePage,
  type SharePage,
} from "../../actions/read-share-page.ts";
import type { Answer, Collector, HttpContext } from "../collector.ts";
import { countCall } from "../count-call.ts";
import { readersLanguage } from "../page-language.ts";
import { hostedWords } from "./hosted-words.ts";
import { noticePage } from "./notice-page.ts";

export interface SharePageCall {
  page: SharePage;
  language: Language;
  /** `/s/<token>` as browsers see it, for links of the page to itself. */
  path: string;
}

/** A handler for whoever holds a share link; a link that leads nowhere is told what to do. */
export function withSharePage(
  collector: Collector,
  handle: (c: HttpContext, call: SharePageCall) => Answer,
) {
  return async (c: HttpContext): Promise<Response> => {
    const { reading } = collector;
    countCall(collector, c);
    const token = c.req.param("token") ?? "";
    const language = languageAsked(c);
    const page = await readSharePage(reading, { token });
    if (page)
      return handle(c, {
        page,
        language,
        path: `${page.shop.basePath}/s/${encodeURIComponent(token)}`,
      });
    const status = isOurSeal(reading, token) ? 410 : 404;
    const words = hostedWords[language].share.missing[status];
    return noticePage(c, { language, status, words });
  };
}

/** `?language=`, for links in mails that know it, else the browser's. */
export function languageAsked(
  c: HttpContext,
  otherwise: Language = "en",
): Language {
  const answering = (tag: string) => spoken(tag, hostedWords);
  const accepted = c.req.header("accept-language")?.trim();
  return (
    answering(c.req.query("language") ?? "") ??
    readersLanguage(accepted, answering) ??
    (accepted && accepted !== "*" ? "en" : otherwise)
  );
}
