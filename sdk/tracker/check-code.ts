import type { CodeCheck } from "../protocol/answers.ts";
import type { Referral } from "./calls.ts";
import type { Core } from "./tracker.ts";

const known = new Map<string, Promise<Referral | null>>();

/** What the collector says of a code; a failure may be asked again. */
export function checkCode(
  { options: { site, collector }, fetch }: Pick<Core, "options" | "fetch">,
  code: string,
): Promise<Referral | null> {
  const key = `${collector} ${site} ${code}`;
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;

  async function ask(): Promise<Referral | null> {
    try {
      const response = await fetch(`${collector}/v1/codes/check`, {
        method: "POST",
        credentials: "omit",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ site, code }),
      });
      if (!response.ok) throw response.status;
      const { valid, ...referral } = (await response.json()) as CodeCheck &
        Referral;
      return valid ? referral : null;
    } catch {
      known.delete(key);
      return null;
    }
  }
}
