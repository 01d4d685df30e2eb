import type { HostedShop } from "../../actions/hosted-shop.ts";

/** The owner's own words for a key, or nothing. */
export function own({ program }: HostedShop, key: string): string {
  return (program.texts[key] ?? "").trim();
}
