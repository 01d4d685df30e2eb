import { expect, test } from "vitest";
import { isPublicName } from "./is-public-name.ts";

test.each([
  "花子",
  "H. Suzuki",
  "José María",
  "👩‍👧 Hana",
  "محمد",
  "A",
  "Wwwow",
])("%s is a name", (name) => {
  expect(isPublicName(name)).toBe(true);
});

test.each([
  ["nothing", ""],
  ["blanks", "  　 "],
  ["zero width", "\u200b\u200d\u2060\ufeff"],
  ["a filler", "\u3164\u2800"],
  ["a line break", "Hana\nko"],
  ["a line separator", "Hana\u2028ko"],
  ["an escape", "Hana\u001b[31m"],
  ["a C1 control", "Hana\u0085"],
  ["a turned direction", "Hana\u202eko"],
  ["an isolate", "\u2066Hana\u2069"],
  ["an address", "https://evil.example"],
  ["a host", "WWW.evil.example"],
  ["a mail address", "hana@example.com"],
  ["a full-width address", "ｈｔｔｐ：／／evil"],
  ["a full-width mail address", "hana＠example.com"],
])("%s is none", (_, name) => {
  expect(isPublicName(name)).toBe(false);
});
