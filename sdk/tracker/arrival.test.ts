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
  expect(readArrival("?via=7K9M2QXB&ec=<script>")).not.toHaveProperty("click");
});

test("only our parameters leave the address, the others stay as they were written", () => {
  expect(withoutReferral("?via=A&q=a%20b&flag&ec=1&x=%E3%81%82")).toBe(
    "q=a%20b&flag&x=%E3%81%82",
  );
  expect(withoutReferral("?via=A&openExternalBrowser=1")).toBe("");
  expect(withoutReferral("?viable=1&ref=A")).toBe("viable=1&ref=A");
});
