import { keys } from "../tests/collector-process.ts";

/** Signs in to the owner's pages; answers the headers with which they are asked for. */
export async function ownerSession(collector: {
  url: string;
}): Promise<Record<string, string>> {
  const cookies = new Map<string, string>();
  const ask = async (init: RequestInit = {}) => {
    const answer = await fetch(`${collector.url}/owner/login`, {
      ...init,
      redirect: "manual",
      headers: { Cookie: textOf(cookies) },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    return answer;
  };
  const page = await (await ask()).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const answer = await ask({
    method: "POST",
    body: new URLSearchParams({ csrf, password: keys.admin, next: "/owner" }),
  });
  if (answer.status !== 303)
    throw new Error(
      `Expected the owner to be let in, and got ${answer.status}.`,
    );
  return { Cookie: textOf(cookies) };
}

function textOf(cookies: Map<string, string>): string {
  return [...cookies].map((pair) => pair.join("=")).join("; ");
}
