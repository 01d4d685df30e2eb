/** Dispatches `enishi:<name>` on the document. */
export function announce(name: string, detail: unknown = {}): void {
  document.dispatchEvent(new CustomEvent(`enishi:${name}`, { detail }));
}
