/**
 * Digits after the decimal point of every currency that ISO 4217 lists as in use (list one, with fund codes).
 * Codes without a minor unit (metals, `XDR`, `XTS`, `XXX`) are left out: no amount can be stated in them.
 */
const codesByDigits: Record<number, string> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
    COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
    INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
    MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
    STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const digitsByCode = new Map(
  Object.entries(codesByDigits).flatMap(([digits, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(digits)] as const),
  ),
);

/** Whether `code` is an ISO 4217 currency in use, in capitals. */
export function isCurrency(code: string): boolean {
  return digitsByCode.has(code);
}

/** How many digits of an amount in minor units are after the point: 0 for JPY, 2 for USD. 2 for a code unknown here. */
export function minorDigits(code: string): number {
  return digitsByCode.get(code) ?? 2;
}

/** In the major unit with its currency, for logs that are read in any language: "1000 JPY", "12.34 USD". */
export function majorText(amountMinor: number, currency: string): string {
  return `${decimalText(amountMinor, minorDigits(currency))} ${currency}`.trim();
}

/** A whole number with the point `digits` from its end: 1234 is "12.34" with two. */
export function decimalText(value: number, digits: number): string {
  const sign = value < 0 ? "-" : "";
  const figures = String(Math.abs(value)).padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits);
  return digits === 0
    ? `${sign}${whole}`
    : `${sign}${whole}.${figures.slice(-digits)}`;
}

/** `amountMinor` x `bps` / 10,000, rounded down. Whole numbers, not negative; exact at any size. */
export function rateOf(amountMinor: number, bps: number): number {
  return proportionOf(amountMinor, bps, 10_000);
}

/** `amountMinor` x `part` / `whole`, rounded down. Whole numbers, not negative, `whole` above 0; exact at any size. */
export function proportionOf(
  amountMinor: number,
  part: number,
  whole: number,
): number {
  return Number((BigInt(amountMinor) * BigInt(part)) / BigInt(whole));
}
