/** @jsxImportSource hono/jsx */
import type { Figures } from "../../domain/figures.ts";
import { named } from "../named.ts";
import type { View } from "../pages/view.ts";
import type { WrittenFigures } from "../words/figures-en.ts";

/** A warning or an advice. */
export interface Notice {
  code: string;
  message: string;
  figures?: Figures[];
}

/** Warnings or advice: in the reader's words where there are some, with the example that the rules' arithmetic found. */
export function Notices(props: {
  view: View;
  currency: string;
  notices: Notice[];
  words: Record<string, string>;
}) {
  const { view, notices, words, currency } = props;
  return (
    <ul class="notices">
      {notices.map((notice) => {
        const { code, message } = notice;
        const own = Object.hasOwn(words, code) ? words[code] : undefined;
        const example = exampleOf(view, notice, currency);
        const lang = view.language === "en" ? undefined : "en";
        if (own !== undefined)
          return (
            <li>
              {own}
              {example === null ? null : <small>{example}</small>}
            </li>
          );
        return <li lang={lang}>{message}</li>;
      })}
    </ul>
  );
}

/** The example in the reader's words; the first of several, as they differ in nothing but size. */
function exampleOf(
  view: View,
  { code, figures }: Notice,
  currency: string,
): string | null {
  const w = view.words.rules.figures;
  const says = Object.hasOwn(w.says, code) ? w.says[code] : undefined;
  const [first] = figures ?? [];
  if (!says || !first) return null;
  const written = writtenFigures(view, first, currency);
  const where = w.where(written);
  if (where === "") return null;
  return (
    w.and(where, says(written)) +
    (written.others === "" ? "" : w.others(written.others))
  );
}

function writtenFigures(
  { words, formats }: View,
  figures: Figures,
  currency: string,
): WrittenFigures {
  const money = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? "" : formats.money(minor, currency);
  const rate = (bps: number | undefined) =>
    bps === undefined ? "" : formats.bps(bps);
  const { on, marginClass, isBoost = false, others = 0 } = figures;
  return {
    step: on === undefined ? words.rules.figures.price : named(words.steps, on),
    amount: money(figures.amountMinor),
    marginClass: marginClass === "default" ? "" : (marginClass ?? ""),
    isBoost,
    rate: rate(figures.rateBps),
    margin: rate(figures.marginBps),
    gross: money(figures.grossMinor),
    cost: money(figures.costMinor),
    gifts: figures.giftsMinor ? money(figures.giftsMinor) : "",
    paid: money(figures.paidMinor),
    raw: money(figures.rawMinor),
    value: money(figures.valueMinor),
    limit: money(figures.limitMinor),
    others: others === 0 ? "" : formats.count(others),
  };
}
