import type { Formats } from "../formats.ts";
import { named } from "../named.ts";
import type { View } from "../pages/view.ts";
import { moneyFrom } from "../rules/field-text.ts";

/** Why something was done, as its reader says it: reasons and fields by their names, money as it is written everywhere, and no id that says nothing. */
export function reasonInWords(
  { words, formats }: View,
  action: string,
  reason: string,
): string {
  if (action === "refund_conversion" || action === "change_conversion")
    return movedMoney(formats, reason);
  if (action === "change_member" || action === "edit_gift_pool")
    return reason
      .split(", ")
      .map((field) => named(words.queue.audit.fields, field))
      .join(words.program.comma);
  return named(words.reasons, reason);
}

function movedMoney(formats: Formats, reason: string): string {
  const [, amounts, note = ""] =
    /^\w+ \S+?(?: of|:) ([\d.]+ [A-Z]{3}(?: to [\d.]+ [A-Z]{3})?)(.*)$/s.exec(
      reason,
    ) ?? [];
  if (amounts === undefined) return reason;
  const written = amounts.split(" to ").map((amount) => {
    const [figure = "", currency = ""] = amount.split(" ");
    const minor = moneyFrom(figure, currency);
    return typeof minor === "number" ? formats.money(minor, currency) : amount;
  });
  return written.join(" → ") + note;
}
