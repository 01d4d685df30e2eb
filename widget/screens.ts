import type { ComponentType } from "preact";
import type { Account } from "./account.ts";
import { ShareScreen } from "./components/share-screen.tsx";
import type { Part } from "./part.ts";
import type { Scene, Surface } from "./scene.ts";

type ScreenName = Surface | "join" | "closed";

/** Screens that come together. */
export type Screens = Part & { [name in ScreenName]?: ComponentType<Scene> };

/** The screens that a name is among. The share screen comes with the first file, everything rarer on demand. */
export function loadScreens(name: ScreenName): Screens | Promise<Screens> {
  if (name === "share") return { share: ShareScreen };
  if (name === "welcome") return import("./friend-screens.ts");
  if (name === "code") return import("./code-screens.ts");
  if (name === "reward") return import("./reward-screens.ts");
  return name === "progress"
    ? import("./progress-screens.ts")
    : import("./join-screens.ts");
}

/** The screen that answers what an element wants to show, or `null` while that cannot be known. */
export function screenFor(
  view: Surface,
  { status, program }: Account,
): ScreenName | null {
  if (isFriends(view)) return view;
  if (status === "stranger") return "join";
  if (status === "failed") return "closed";
  if (status === "loading") return null;
  return view === "share" && program?.state !== "live" ? "closed" : view;
}

/** Is it for somebody who need not be a member? */
export function isFriends(name: ScreenName): boolean {
  return name === "welcome" || name === "code";
}
