import { expect, test } from "vitest";
import { readArrivals } from "./arrival.ts";
import { withoutReferral } from "./clean-address.ts";

const readArrival = (address: string, params?: string) =>
  readArrivals(address, params)[0];

test("via and the site's own names carry a code, however it is written", () => {
  expect(readArrival("?via=7k9m-2qxb")).toEqual({
    code: "7K9M2QXB",
    name: "via",
  });
  expect(readArrival("?via=%EF%BC%97k9m2qxb")?.code).toBe("7K9M2QXB");
  expect(readArrival("?friend=BCDF2345", "from, friend")?.code).toBe(
    "BCDF2345",
  );
  for (const text of ["x", "email_blast", "HANAKO", "12345678", "campaign"]) {
    expect(readArrival(`?via=${text}`)).toBeUndefined();
  }
});

test("the fragment carries a code too, also behind a route; the query comes first", () => {
  expect(readArrival("#via=7K9M2QXB")?.code).toBe("7K9M2QXB");
  expect(readArrival("?q=1#/tea?size=2&via=7K9M2QXB")?.code).toBe("7K9M2QXB");
  expect(readArrival("?via=BCDF2345#via=7K9M2QXB")?.code).toBe("BCDF2345");
  expect(readArrival("#via=7K9M2QXB&return=/tea?x=1")?.code).toBe("7K9M2QXB");
  expect(readArrival("#via=7K9M2QXB?utm_source=x")?.code).toBe("7K9M2QXB");
  expect(readArrival("#viable")).toBeUndefined();
  // An address within the query leads elsewhere.
  expect(readArrival("?next=/tea?via=7K9M2QXB")).toBeUndefined();
});

test("what others call via hides no code of ours: each is a candidate, the query's before the fragment's", () => {
  expect(readArrival("?via=email_blast#via=7K9M2QXB")?.code).toBe("7K9M2QXB");
  expect(readArrival("?via=email_blast&via=7K9M2QXB")?.code).toBe("7K9M2QXB");
  expect(
    readArrivals("?ref=DFGH2345&via=BCDF2345#/tea?via=7K9M2QXB"),
  ).toMatchObject([
    { code: "BCDF2345", name: "via" },
    { code: "7K9M2QXB", name: "via" },
    { code: "DFGH2345", name: "ref" },
  ]);
});

test("ref carries only what looks like a code of ours, and has to be asked about", () => {
  expect(readArrival("?ref=producthunt")).toBeUndefined();
  expect(readArrival("?ref=12345678901")).toBeUndefined();
  expect(readArrival("?ref=7k9m2qxb")).toEqual({
    code: "7K9M2QXB",
    name: "ref",
  });
  expect(readArrival("?ref=7K9M2QXB&via=BCDF2345")?.code).toBe("BCDF2345");
});

test("the click id comes along if it is one", () => {
  const id = "0mi8x1c2d_abcdefghijk";
  expect(readArrival(`?via=7K9M2QXB&ec=${id}`)?.click).toBe(id);
  expect(readArrival("?via=7K9M2QXB&ec=<script>")?.click).toBeUndefined();
});

test("only what came with the referral leaves the address, the shop's own stays as it was written", () => {
  const click = "0mi8x1c2d_abcdefghijk";
  const via = { code: "7K9M2QXB", name: "via", click };
  const cleaned = {
    [`/?via=7k9m-2qxb&q=a%20b&flag&ec=${click}&x=%E3%81%82`]:
      "/?q=a%20b&flag&x=%E3%81%82",
    [`/?q=1&via=7k9m-2qxb&ec=${click}`]: "/?q=1",
    "/?via=7k9m-2qxb&openExternalBrowser=1": "/",
    "/?openTab=reviews&ec=7&via=7k9m-2qxb&openid=1#open-x":
      "/?openTab=reviews&ec=7&openid=1#open-x",
    "/?viable=1&ref=7K9M2QXB&next=via=7K9M2QXB":
      "/?viable=1&ref=7K9M2QXB&next=via=7K9M2QXB",
    "/?via=BCDF2345": "/?via=BCDF2345",
    "/?via=7k9m-2qxb&enishi-at=mwqcvpc0": "/",
    "/?via=7k9m-2qxb#top": "/#top",
    "/#via=7k9m-2qxb": "/",
    "/?via=7k9m-2qxb#via=7k9m-2qxb&tab=2": "/#tab=2",
    "/#/tea?via=7k9m-2qxb&size=2": "/#/tea?size=2",
    "/?size=2#/tea?via=7k9m-2qxb": "/?size=2#/tea",
    "/#via=7k9m-2qxb&return=/tea?x=1": "/#return=/tea?x=1",
    "/#via=7k9m-2qxb?utm_source=x": "/#utm_source=x",
    "/#/a=b?via=7k9m-2qxb": "/#/a=b",
    [`/#via=7k9m-2qxb&ec=${click}?x`]: "/#x",
    "/?next=/tea?via=7K9M2QXB&via=7K9M2QXB": "/?next=/tea?via=7K9M2QXB",
    "/?via=7K9M%2D2QXB&q=a+%2B%zz%82": "/?q=a+%2B%zz%82",
    "/?q=%7E&via=7K9M%202QXB#via=7K9M+2QXB": "/?q=%7E",
    "/?v%69a=%EF%BC%97%EF%BC%ab9m2qxb&x": "/?x",
    [`/?via=7K9M2QXB&%65c=${click}&e%63=7`]: "/?e%63=7",
  };
  for (const [address, clean] of Object.entries(cleaned)) {
    expect(withoutReferral(address, via)).toBe(clean);
  }
  for (const name of ["ref", "friend", "a.b[c]", "紹介"]) {
    const own = { code: "7K9M2QXB", name, click: undefined };
    for (const written of [name, encodeURIComponent(name)]) {
      expect(withoutReferral(`/?x=1&${written}=7K9M2QXB&ec=7#top`, own)).toBe(
        "/?x=1&ec=7#top",
      );
    }
  }
});
