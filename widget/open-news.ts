import { type Account, stateOf } from "./account.ts";
import type { EnishiElement } from "./element.ts";
import type { Context } from "./enishi.ts";
import { openOver } from "./open-over.ts";

/** What this device remembers of news that opened by itself. */
interface Remembered {
  /** When something last did, epoch milliseconds. */
  at: number;
  /** Id and state of the rewards that were waved away. */
  dismissed: string[];
}

let memory: Remembered = { at: 0, dismissed: [] };

/**
 * Opens the news over the page by itself, as the element's `news` says, `dialog`
 * or `toast`: what was waved away never again, and at most once in so many `hours`.
 */
export async function openNews(
  element: EnishiElement,
  account: Account,
): Promise<void> {
  const now = await account.enishi("context");
  if (!now || !element.isConnected) return;
  const { at, dismissed } = recall(now);
  const fresh = account.news
    .map(stateOf)
    .filter((state) => !dismissed.includes(state));
  const hours = Number(element.getAttribute("hours") ?? 24);
  if (!fresh.length || Date.now() - at < hours * 3_600_000) return;
  remember(now, { at: Date.now(), dismissed });
  const isToast = element.getAttribute("news") === "toast";
  openOver("reward", isToast ? "toast" : "overlay", element, () =>
    remember(now, {
      ...recall(now),
      // The oldest go: what matters is what may still come.
      dismissed: [...recall(now).dismissed, ...fresh].slice(-50),
    }),
  );
}

function recall(now: Context): Remembered {
  try {
    if (now.mayStore && localStorage._enishi_news) {
      memory = JSON.parse(localStorage._enishi_news);
    }
  } catch {
    // Storage is closed: memory has it for this page.
  }
  return memory;
}

function remember(now: Context, next: Remembered): void {
  memory = next;
  try {
    if (now.mayStore) localStorage._enishi_news = JSON.stringify(next);
  } catch {
    // Full or closed: memory has it for this page.
  }
}
