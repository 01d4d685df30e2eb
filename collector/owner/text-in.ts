/** What a field of a form holds, where it is text. */
export function textIn(field: unknown): string {
  return typeof field === "string" ? field : "";
}
