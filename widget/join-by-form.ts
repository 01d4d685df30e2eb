import type { Scene } from "./scene.ts";

/**
 * Joins without a shop's backend: terms accepted, and a random secret of this
 * device, which makes joining again the same member. Answers whether it is done.
 */
export async function joinByForm(
  { account, program }: Scene,
  email: string,
): Promise<boolean> {
  const now = await account.enishi("context");
  if (!now || !program) return false;
  const joinKey = account.membership.last(now).joinKey ?? secret();
  const proof = {
    acceptedTerms: program.termsVersion,
    joinKey,
    ...(email && { email }),
  };
  if (!(await account.join(proof))) return false;
  account.membership.keep(now, { joinKey });
  await account.reload();
  return true;
}

function secret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replace(/\W/g, "_");
}
