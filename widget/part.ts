import type { Words } from "./say.ts";
import base from "./styles.css?inline";

/** What comes on demand beside its components. */
export interface Part {
  css?: string;
  /** Language -> the files that its words are in. */
  words: Record<string, (() => Promise<{ default: Words }>)[]>;
}

/** The words of several parts in one language. */
export async function wordsOf(
  language: string,
  parts: (Part | undefined)[],
): Promise<Words> {
  const files = parts.flatMap((part) => part?.words[language] ?? []);
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
