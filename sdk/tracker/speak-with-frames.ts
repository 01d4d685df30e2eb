import type { Touch } from "../protocol/events.ts";
import { idPattern } from "../protocol/limits.ts";
import { announce } from "./announce.ts";
import { attempt } from "./attempt.ts";
import type { Core } from "./on-demand.ts";

/**
 * Between a page and its frames on the shop's other domains: a frame asks its
 * parent for the referral; a parent that has one by then hails its frames, so
 * that they ask again. Only who asks from one of `data-domains`, or from the
 * page's own host, is told, and a frame believes nobody else.
 */
export function speakWithFrames({
  domains,
  lastTouch,
  meet,
  decide,
  keepArrival,
}: Core): void {
  const names = [...domains, location.hostname].filter(Boolean);

  addEventListener("message", ({ data, origin, source }) => {
    const word = Object(data).enishi;
    if (!word || !isOurs(origin, names)) return;
    if (word === "ask") {
      const touch = lastTouch();
      // A sandboxed frame has no origin to be named.
      const target = origin === "null" ? "*" : origin;
      if (touch) (source as Window).postMessage({ enishi: touch }, target);
    } else if (source !== parent || parent === window) return;
    else if (word === "hail") ask();
    else if (isNews(word, lastTouch())) {
      meet(word);
      announce("referral", { code: word.code });
      // The parent has counted the click.
      decide().then(keepArrival, () => {});
    }
  });
  document.addEventListener("enishi:referral", () => hailFrames(names));
  if (lastTouch()) hailFrames(names);
  if (parent !== window) ask();
}

/** Says nothing but that somebody asks: who the parent is, only its answer shows. */
function ask(): void {
  parent.postMessage({ enishi: "ask" }, "*");
}

function hailFrames(names: string[]): void {
  attempt(() => {
    for (const { src, contentWindow } of document.querySelectorAll("iframe")) {
      // A frame may have moved on within the shop's domains: whether it has, its question tells.
      if (isOurs(src, names))
        contentWindow?.postMessage({ enishi: "hail" }, "*");
    }
  });
}

/** `null`, the origin of sandboxed frames, is ours where `data-domains` names it. */
function isOurs(origin: string, names: string[]): boolean {
  const host =
    origin === "null" ? origin : attempt(() => new URL(origin).hostname);
  return names.some((name) => `.${host}`.endsWith(`.${name}`));
}

/** The newest touch counts, wherever it was; and it keeps its time, so that a frame makes no window longer. */
function isNews(word: Partial<Touch>, own: Touch | undefined): boolean {
  const { code = "", at = 0, click } = word;
  return (
    /^[0-9A-Z]{4,20}$/.test(code) &&
    Number.isSafeInteger(at) &&
    (!click || idPattern.test(click)) &&
    at > (own?.at ?? 0)
  );
}
