import { instantOf, wallClock } from "../../domain/calendar-window.ts";
import { decimalText, minorDigits } from "../../domain/money.ts";

/**
 * How values of the rules are typed: money in the major unit, rates in percent, instants as a clock in the programme's
 * time zone shows them. What cannot be read comes back as the text that it is, for the schema to refuse.
 */
export type Typed = number | string;

/** 1234 yen is "1234", 1234 cents are "12.34". */
export function moneyText(minor: number, currency: string): string {
  return decimalText(minor, minorDigits(currency));
}

export function moneyFrom(text: string, currency: string): Typed {
  return fromDecimal(text, minorDigits(currency));
}

/** 150 basis points are "1.5". */
export function percentText(bps: number): string {
  return decimalText(bps, 2).replace(/\.?0+$/, "");
}

export function percentFrom(text: string): Typed {
  return fromDecimal(text, 2);
}

export function wholeFrom(text: string): Typed {
  return fromDecimal(text, 0);
}

/** As `<input type="datetime-local">` wants it, no longer than needed. */
export function instantText(at: number, timeZone: string): string {
  const wall = wallClock(at, timeZone) + (((at % 1000) + 1000) % 1000);
  return new Date(wall).toISOString().replace(/(:00)?(\.000)?Z$/, "");
}

export function instantFrom(text: string, timeZone: string): Typed {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(text)
    ? Date.parse(`${text}Z`)
    : Number.NaN;
  return Number.isNaN(wall) ? text : instantOf(wall, timeZone);
}

/** Forgives full-width digits, thousands separators and the sign of a currency or percentage. */
function fromDecimal(text: string, digits: number): Typed {
  const plain = text.normalize("NFKC").replace(/[\s,_¥円$€£%]/g, "");
  const [, sign, whole, fraction = ""] =
    /^(-?)(\d{1,15})(?:\.(\d*))?$/.exec(plain) ?? [];
  const given = fraction.replace(/0+$/, "");
  if (whole === undefined || given.length > digits) return text;
  const value = Number(whole + given.padEnd(digits, "0"));
  return sign && value !== 0 ? -value : value;
}
