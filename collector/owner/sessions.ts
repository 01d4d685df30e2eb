import { randomBytes } from "node:crypto";

import type { Typed } from "./typed.tsx";

const lifeMs = 12 * 60 * 60 * 1000;

export interface Session {
  /** Must come with every form. */
  csrf: string;
  expiresAt: number;
  /** What the next page has to say, once. */
  news: News | null;
  /** What was refused, for the next page to show in its form again. */
  typed?: Typed | null;
  /** What is being done, or was done unseen, by id. */
  works: Map<string, LongWork>;
  /** The site that is looked at; the first where none was chosen. */
  siteId?: string;
}

/** Something that takes longer than an answer may. */
export interface LongWork {
  title: string;
  /** Of so many steps, so many are done. */
  total: number;
  done: number;
  /** Where its outcome is told. */
  back: string;
  /** `null` while it is under way. */
  outcome: News | null;
}

export interface News {
  kind: "done" | "problem";
  text: string;
  /** To be copied, such as a secret that is shown once. */
  code?: string;
  /** One by one, such as what could not be done. */
  lines?: string[];
}

/** Who is signed in: in memory, so that a restart or a new password signs everybody out. */
export function createSessions(now: () => number) {
  const sessions = new Map<string, Session>();
  return {
    /** Answers the id for the cookie. */
    open(): string {
      for (const [id, { expiresAt }] of sessions) {
        if (expiresAt <= now()) sessions.delete(id);
      }
      const id = randomName();
      sessions.set(id, {
        csrf: randomName(),
        expiresAt: now() + lifeMs,
        news: null,
        works: new Map(),
      });
      return id;
    },
    find(id: string | undefined): Session | null {
      const session = sessions.get(id ?? "");
      return session && session.expiresAt > now() ? session : null;
    },
    close: (id: string | undefined) => sessions.delete(id ?? ""),
  };
}

export const sessionLifeSeconds = lifeMs / 1000;

/** 256 random bits in a form that fits cookies and forms. */
export function randomName(): string {
  return randomBytes(32).toString("base64url");
}
