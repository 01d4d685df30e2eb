import type { ComponentType } from "preact";
import type { Account } from "./account.ts";
import { ShareScreen } from "./components/share-screen.tsx";
import type { Scene, Surface } from "./scene.ts";

type LoadScreen = () => Promise<{ default: ComponentType<Scene> }>;

/** Screen -> its code. The share screen comes with the first file, everything rarer on demand. */
export const screens = {
  share: async () => ({ default: ShareScreen }),
  join: () => import("./components/join-screen.tsx"),
  reward: () => import("./components/reward-screen.tsx"),
  progress: () => import("./components/progress-screen.tsx"),
  closed: () => import("./components/closed-screen.tsx"),
  welcome: () => import("./components/welcome-screen.tsx"),
  code: () => import("./components/code-screen.tsx"),
} satisfies Record<string, LoadScreen>;

/** The screen that answers what an element wants to show, or `null` while that cannot be known. */
export function screenFor(
  view: Surface,
  { status, program }: Account,
): keyof typeof screens | null {
  if (view === "welcome" || view === "code") return view;
  if (status === "stranger") return "join";
  if (status === "failed") return "closed";
  if (status === "loading") return null;
  return view === "share" && program?.state !== "live" ? "closed" : view;
}
