import { minorDigits } from "../domain/money.ts";
import type { Language } from "./language.ts";

/** How figures and instants are written: in the reader's language, in the programme's time zone. */
export function formatsFor(language: Language, timeZone: string): Formats {
  const key = `${language} ${timeZone}`;
  const formats = known.get(key) ?? createFormats(language, timeZone);
  known.set(key, formats);
  return formats;
}

export type Formats = ReturnType<typeof createFormats>;

// Making a format takes many times as long as using it.
const known = new Map<string, Formats>();

function createFormats(language: Language, timeZone: string) {
  const locale = language === "ja" ? "ja-JP" : "en-GB";
  const count = new Intl.NumberFormat(locale);
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    dateStyle: "medium",
  });
  const instant = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return {
    count: (n: number) => count.format(n),
    percent: (n: number) =>
      language === "ja" ? `${rate.format(n)}%` : `${rate.format(n)} %`,
    bps: (n: number) =>
      language === "ja"
        ? `${rate.format(n / 100)}%`
        : `${rate.format(n / 100)} %`,
    money: (minor: number, currency: string) =>
      money(minor, currency, locale, language),
    day: (at: number) => day.format(at),
    instant: (at: number) => instant.format(at),
    iso: (at: number) => new Date(at).toISOString(),
  };
}

function money(
  minor: number,
  currency: string,
  locale: string,
  language: Language,
): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  const fraction = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  };
  if (language === "ja" && currency === "JPY") {
    return `${new Intl.NumberFormat(locale, fraction).format(amount)}円`;
  }
  try {
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      ...fraction,
    }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}
