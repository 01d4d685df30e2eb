const sheets: Record<string, CSSStyleSheet> = {};

/** One sheet for every element that wears it; unlike `<style>`, no content security policy is in its way. */
export function styleSheet(css: string): CSSStyleSheet {
  if (!sheets[css]) {
    sheets[css] = new CSSStyleSheet();
    sheets[css].replaceSync(css);
  }
  return sheets[css];
}
