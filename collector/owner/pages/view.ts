import type { Formats } from "../formats.ts";
import type { Language } from "../language.ts";
import type { News } from "../sessions.ts";
import type { ShownSites } from "../sites/site-bar.tsx";
import type { Typed } from "../typed.tsx";
import type { Words } from "../words/en.ts";

/** What every page needs to know. */
export interface View {
  language: Language;
  words: Words;
  formats: Formats;
  timeZone: string;
  /** What the site's programmes are called, by their ids. */
  programNames: Record<string, string>;
  /** The token of this session's forms, or `null` where nobody is signed in. */
  csrf: string | null;
  /** Path and query of this page. */
  here: string;
  styleUrl: string;
  news: News | null;
  /** What was typed into a form of this page, and refused. */
  typed?: Typed | null;
  /** How much waits for the owner's word. */
  waiting: number;
  /** How many pools of gift codes are low or empty. */
  lowPools?: number;
  /** The site that is looked at, and those that can be chosen; `null` where nobody is signed in. */
  sites?: ShownSites | null;
}
