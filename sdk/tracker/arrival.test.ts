import { expect, test } from "vitest";
import { readArrival } from "./arrival.ts";
import { withoutReferral } from "./clean-address.ts";

test("via and the site's own names carry any code, however it is written", () => {
  expect(readArrival("?via=7k9m-2qxb")).toEqual({
    code: "7K9M2QXB",
    isCertain: true,
  });
  expect(readArrival("?via=%EF%BC%97k9m2qxb")?.code).toBe("7K9M2QXB");
  expect(readArrival("?friend=HANAKO", "from, friend")?.code).toBe("HANAKO");
  expect(readArrival("?via=x")).toBeNull();
});

test("the fragment carries a code too, also behind a route; the query comes first", () => {
  expect(readArrival("#via=7K9M2QXB")?.code).toBe("7K9M2QXB");
  expect(readArrival("?q=1#/tea?size=2&via=7K9M2QXB")?.code).toBe("7K9M2QXB");
  expect(readArrival("?via=HANAKO#via=7K9M2QXB")?.code).toBe("HANAKO");
  expect(readArrival("#viable")).toBeNull();
});

test("ref carries only what looks like a code of ours, and has to be asked about", () => {
  expect(readArrival("?ref=producthunt")).toBeNull();
  expect(readArrival("?ref=12345678901")).toBeNull();
  expect(readArrival("?ref=7k9m2qxb")).toEqual({
    code: "7K9M2QXB",
    isCertain: false,
  });
  expect(readArrival("?ref=7K9M2QXB&via=HANAKO")?.code).toBe("HANAKO");
});

test("the click id comes along if it is one", () => {
  const id = "0mi8x1c2d_abcdefghijk";
  expect(readArrival(`?via=7K9M2QXB&ec=${id}`)?.click).toBe(id);
  expect(readArrival("?via=7K9M2QXB&ec=<script>")?.click).toBeUndefined();
});

test("only our parameters leave the address, the others stay as they were written", () => {
  const cleaned = {
    "/?via=A&q=a%20b&flag&ec=1&x=%E3%81%82": "/?q=a%20b&flag&x=%E3%81%82",
    "/?q=1&via=A&ec=2": "/?q=1",
    "/?via=A&openExternalBrowser=1": "/",
    "/?viable=1&ref=A": "/?viable=1&ref=A",
    "/?via=A#top": "/#top",
    "/#via=A": "/",
    "/?via=A#via=A&tab=2": "/#tab=2",
    "/#/tea?via=A&size=2": "/#/tea?size=2",
  };
  for (const [address, clean] of Object.entries(cleaned)) {
    expect(withoutReferral(address)).toBe(clean);
  }
});
