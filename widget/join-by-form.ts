import type { Scene } from "./scene.ts";

/**
 * Joins without a shop's backend: terms accepted, and a random secret of this
 * device, which makes joining again the same member. Answers whether it is done.
 */
export async function joinByForm(
  { account, program }: Scene,
  email: string,
): Promise<boolean> {
  const now = await account.context();
  if (!now || !program) return false;
  const joinKey = account.membership.last(now).joinKey ?? secret();
  const proof = {
    acceptedTerms: program.termsVersion,
    joinKey,
    ...(email && { email }),
  };
  const joined = await account.join(proof);
  if (joined) await account.reload();
  return !!joined;
}

function secret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replace(/\W/g, "_");
}
