import { expect, test } from "vitest";
import {
  instantFrom,
  instantText,
  moneyFrom,
  moneyText,
  percentFrom,
  percentText,
  wholeFrom,
} from "./field-text.ts";

test.each([
  ["300", "JPY", 300],
  ["３００円", "JPY", 300],
  ["20,000", "JPY", 20_000],
  ["¥1 000", "JPY", 1_000],
  ["12.34", "USD", 1_234],
  ["$12", "USD", 1_200],
  ["12.340", "USD", 1_234],
  ["1.234", "KWD", 1_234],
  ["-5", "JPY", -5],
])("%s %s is read as %i", (text, currency, minor) => {
  expect(moneyFrom(text, currency)).toBe(minor);
});

test.each(["", "abc", "3.5", "1e3", "1.2.3", "--1", "9".repeat(16)])(
  "%j is no amount of yen, and stays as typed",
  (text) => {
    expect(moneyFrom(text, "JPY")).toBe(text);
  },
);

test.each([
  [0, "0"],
  [1, "0.01"],
  [150, "1.5"],
  [300, "3"],
  [1_000, "10"],
  [100_000, "1000"],
])("%i basis points are typed as %s", (bps, text) => {
  expect(percentText(bps)).toBe(text);
  expect(percentFrom(text)).toBe(bps);
});

test("money is written in the currency's own digits", () => {
  expect(moneyText(1_234, "JPY")).toBe("1234");
  expect(moneyText(5, "USD")).toBe("0.05");
});

test("instants are the programme's clock, through changes of it", () => {
  const at = Date.UTC(2026, 3, 1);
  expect(instantText(at, "Asia/Tokyo")).toBe("2026-04-01T09:00");
  expect(instantFrom("2026-04-01T09:00", "Asia/Tokyo")).toBe(at);
  expect(instantText(at + 1_234, "UTC")).toBe("2026-04-01T00:00:01.234");
  for (const day of ["2026-03-29", "2026-10-25", "2026-07-01"])
    for (const clock of ["00:30", "12:00", "23:59:59"]) {
      const text = `${day}T${clock}`;
      const read = instantFrom(text, "Europe/Berlin");
      expect(instantText(Number(read), "Europe/Berlin")).toBe(text);
    }
});

test.each(["tomorrow", "2026-13-01T00:00", "2026-04-01", ""])(
  "%j is no instant, and stays as typed",
  (text) => {
    expect(instantFrom(text, "UTC")).toBe(text);
  },
);

test("whole numbers have no fraction", () => {
  expect(wholeFrom("30")).toBe(30);
  expect(wholeFrom("30.0")).toBe(30);
  expect(wholeFrom("1.5")).toBe("1.5");
});
