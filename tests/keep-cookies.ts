/** A browser at one address, as far as cookies go: it keeps what it is given, and sends it back. */
export function keepCookies(
  app: {
    request(url: string, init: RequestInit): Response | Promise<Response>;
  },
  origin: string,
) {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async request(path: string, init: RequestInit = {}): Promise<Response> {
      const headers = new Headers(init.headers);
      headers.set(
        "cookie",
        [...cookies].map((pair) => pair.join("=")).join("; "),
      );
      const answer = await app.request(origin + path, { ...init, headers });
      for (const cookie of answer.headers.getSetCookie()) {
        const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
        if (value) cookies.set(name, value);
        else cookies.delete(name);
      }
      return answer;
    },
  };
}
