/** At the end of the query, which is before the fragment; everything else stays as it is written, which URLSearchParams would not leave. */
export function withParameters(address: string, parameters: string): string {
  const [, page = "", fragment = ""] = /^([^#]*)(.*)$/s.exec(address) ?? [];
  const mark = /[?&]$/.test(page) ? "" : page.includes("?") ? "&" : "?";
  return `${page}${mark}${parameters}${fragment}`;
}
