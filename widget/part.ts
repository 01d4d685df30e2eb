import type { Words } from "./say.ts";

/** Loads the words of one file. */
export type LoadWords = () => Promise<{ default: Words }>;

/** What comes on demand beside its components. */
export interface Part {
  css?: string;
  /** Language -> the files that its words are in. */
  words: Record<string, LoadWords[]>;
}

/** The words of several parts in one language. */
export async function wordsOf(
  parts: (Part | undefined)[],
  language: string,
): Promise<Words> {
  const files = parts.flatMap((part) => part?.words[language] ?? []);
  const loaded = await Promise.all(files.map((load) => load()));
  return Object.assign({}, ...loaded.map((file) => file.default));
}
