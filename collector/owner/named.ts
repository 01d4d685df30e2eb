/** The words for a name of the wire; a name that has none yet is shown as it is. */
export function named(words: Record<string, string>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}
