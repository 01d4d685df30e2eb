const kinds: [RegExp, string][] = [
  [/^\/v1\/events$/, "events"],
  [/^\/v1\/seen\.gif$/, "pixel"],
  [/^\/r\//, "link"],
  [/^\/s\/|^\/disclosure$/, "hosted"],
  [/^\/owner/, "owner"],
  [/^\/enishi/, "script"],
  [/^\/(healthz|readyz|metrics|openapi\.json)$/, "process"],
  [/^\/v1\/(me|codes|settings|disclosure|doctor)\b/, "page"],
  [/^\/v1\//, "server"],
];

/** Calls that are alike in what they take, by the router's own word for the address. */
export function kindOfCall(method: string, route: string): string {
  if (route === "/v1/members" && method === "POST") return "page";
  return kinds.find(([pattern]) => pattern.test(route))?.[1] ?? "other";
}
