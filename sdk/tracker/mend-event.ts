import type { EnishiEvent } from "../protocol/events.ts";
import { toJson } from "./to-json.ts";

type Data = Record<string, unknown>;

/** A refused lead or sale without what the page's form had left empty, and with text for numbered ids; nothing where there is nothing to mend. */
export function mendEvent(event: EnishiEvent): EnishiEvent | undefined {
  if (!/lead|sale/.test(event.type)) return;
  const text = JSON.stringify(event, function (this: Data, key) {
    const value = this[key];
    if ((value ?? "") === "") return;
    return /^(id|orderId)$/.test(key) ? `${value}` : value;
  });
  return text === toJson(event) ? undefined : JSON.parse(text);
}
