import type { Session } from "./sessions.ts";

/** What every form carries: that it is from these pages, and which site they showed. */
export function formToken({ csrf }: Session, siteId: string): string {
  return `${csrf}.${siteId}`;
}

export function formTokenIn(came: unknown): { token: string; siteId: string } {
  const [token = "", siteId = ""] = String(came ?? "").split(".");
  return { token, siteId };
}
