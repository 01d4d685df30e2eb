/** Japanese or English, by what the reader's browser prefers; `otherwise` where it does not say. */
export function pageLanguage(
  acceptLanguage: string | undefined,
  otherwise: "ja" | "en" = "en",
): "ja" | "en" {
  const preferred = readersLanguage(acceptLanguage, (tag) => {
    const [language] = tag.split("-");
    return language === "ja" || language === "en" ? language : undefined;
  });
  const says = acceptLanguage && acceptLanguage.trim() !== "*";
  return preferred ?? (says ? "en" : otherwise);
}

/** The language that the reader's browser likes best of those that are spoken, if any. */
export function readersLanguage<Language>(
  acceptLanguage: string | undefined,
  spoken: (tag: string) => Language | undefined,
): Language | undefined {
  return (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const quality = /^\s*q=([\d.]+)/.exec(parameters[0] ?? "")?.[1];
      return { language: spoken(tag), quality: Number(quality ?? 1) };
    })
    .filter(({ language }) => language !== undefined)
    .sort((a, b) => b.quality - a.quality)[0]?.language;
}
