import type { Language } from "../sdk/protocol/spoken.ts";
import type { Words } from "./say.ts";
import base from "./styles.css?inline";

/** The files that a part's words are in. Only those of the language spoken are loaded. */
export type PartWords = Record<Language, (() => Promise<{ default: Words }>)[]>;

/** What comes on demand beside its components. */
export interface Part {
  css?: string;
  words?: PartWords;
}

/** The words of several parts in one language. */
export async function wordsOf(
  language: Language,
  parts: (Part | undefined)[],
): Promise<Words> {
  const files = parts.flatMap((part) => part?.words?.[language] ?? []);
  const loaded = await Promise.all(files.map((load) => load()));
  return Object.assign({}, ...loaded.map((file) => file.default));
}

const sheets: Record<string, CSSStyleSheet> = {};

/** Gives a shadow root the styles of everything in it; unlike `<style>`, no content security policy is in their way. */
export function dress(root: ShadowRoot, parts: (Part | undefined)[]): void {
  root.adoptedStyleSheets = [base, ...parts.map((part) => part?.css)].map(
    (css = "") => {
      if (!sheets[css]) {
        sheets[css] = new CSSStyleSheet();
        sheets[css].replaceSync(css);
      }
      return sheets[css];
    },
  );
}
