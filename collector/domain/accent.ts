/** The red thread's own colour, where the shop has named none. */
const ownAccent = "#c2263f";
const white = "#ffffff";
/** Nothing softer is legible on every colour on which white is not. */
const black = "#000000";
/** Of the page and the cards on it, the one that is harder to write on. */
const lightPaper = "#f8f5f3";
const darkPaper = "#1d1a1a";

/** An accent that can be read on any page: what to write on it, and whether it can be written with. */
export interface AccentColors {
  accent: string;
  /** The colour of words on the accent. */
  onAccent: string;
  /** The accent as the colour of words on a light and on a dark page; the ink where it would not be legible. */
  textOnLight: string;
  textOnDark: string;
}

/** WCAG 2.2, 1.4.3: text of ordinary size. */
const legible = 4.5;

export function accentColors(chosen: string | null): AccentColors {
  const accent = chosen ?? ownAccent;
  return {
    accent,
    onAccent: contrast(accent, white) >= legible ? white : black,
    textOnLight: contrast(accent, lightPaper) >= legible ? accent : "#262221",
    textOnDark:
      chosen === null
        ? "#ff8f9f"
        : contrast(accent, darkPaper) >= legible
          ? accent
          : "#f3eeec",
  };
}

/** WCAG 2.2's contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort(
    (a, b) => b - a,
  );
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
