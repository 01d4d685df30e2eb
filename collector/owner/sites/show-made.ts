import type { Context } from "hono";
import type { OwnerEnv } from "../owner-env.ts";

interface SiteMade {
  id: string;
  keys: { public: string; secret: string; signing: string };
}

/** From a site that was just made on: its keys are told this once. */
export function showMade(c: Context<OwnerEnv>, made: SiteMade, text: string) {
  const { keys } = made;
  if (c.var.session) {
    c.var.session.siteId = made.id;
    c.var.session.news = {
      kind: "done",
      text,
      code: labelled(c, keys),
    };
  }
  return c.redirect("/owner/sites/settings", 303);
}

/** Each below a comment that says where it goes, so that it can be copied as it is. */
function labelled(c: Context<OwnerEnv>, keys: SiteMade["keys"]): string {
  const w = c.var.view.words.start.keys;
  return (["public", "secret", "signing"] as const)
    .map((of) => `# ${w[of]}\n${keys[of]}`)
    .join("\n\n");
}
