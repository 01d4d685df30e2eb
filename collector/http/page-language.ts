/** Japanese or English, by what the reader's browser prefers; `otherwise` where it does not say. */
export function pageLanguage(
  acceptLanguage: string | undefined,
  otherwise: "ja" | "en" = "en",
): "ja" | "en" {
  if (!acceptLanguage || acceptLanguage.trim() === "*") return otherwise;
  const preferred = acceptLanguage
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const quality = /^\s*q=([\d.]+)/.exec(parameters[0] ?? "")?.[1];
      return { language: tag.split("-")[0], quality: Number(quality ?? 1) };
    })
    .filter(({ language }) => language === "ja" || language === "en")
    .sort((a, b) => b.quality - a.quality)[0];
  return preferred?.language === "ja" ? "ja" : "en";
}
