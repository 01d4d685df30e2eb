import { expect, test } from "vitest";
import { eventually } from "../tests/eventually.ts";
import { me } from "./testing/fixtures.ts";
import { find, findText, openShop, textOf, tokenOf } from "./testing/page.ts";

const failed = "うまく読み込めませんでした。";
const taro = tokenOf("taro");
const taros = { ...me(), member: { ...me().member, code: "TAR0TAR0" } };
taros.member.link = "https://ref.shop.example/r/TAR0TAR0";

/** A page that draws what is kept of Hanako's membership, with nobody identified. */
async function openAfterHanako() {
  const earlier = openShop().show("share", { token: tokenOf("hanako") });
  await find(earlier, "input[part=link]");
  earlier.remove();
  const shop = openShop();
  const page = {
    shop,
    /** Answers instead of the collector, by the end of a path. */
    instead: {} as Record<string, () => Promise<Response>>,
    share: document.body as Element,
    /** As the tracker does: it keeps the token, and tells of it. */
    identify(token: string) {
      shop.context = { ...shop.context, token };
      document.dispatchEvent(
        new CustomEvent("enishi:identify", { detail: { token } }),
      );
    },
    claim(id: string) {
      shop.context = { ...shop.context, token: null, id };
      document.dispatchEvent(
        new CustomEvent("enishi:identify", { detail: { id } }),
      );
    },
    forget() {
      shop.context = { ...shop.context, token: null };
      document.dispatchEvent(new CustomEvent("enishi:forget", { detail: {} }));
    },
  };
  const play = shop.fetch;
  shop.fetch = (input, init) =>
    page.instead[new URL(String(input)).pathname]?.() ?? play(input, init);
  page.share = shop.show("share");
  await find(page.share, "input[part=link]");
  return page;
}

function linkOf(element: Element): string | undefined {
  return element.shadowRoot?.querySelector<HTMLInputElement>("[part=link]")
    ?.value;
}

/** All that an element draws from now on. */
function drawnBy(element: Element): (string | undefined)[] {
  const drawn: (string | undefined)[] = [];
  new MutationObserver(() => drawn.push(linkOf(element))).observe(
    element.shadowRoot as ShadowRoot,
    { subtree: true, childList: true, attributes: true, characterData: true },
  );
  return drawn;
}

/** An answer that comes when it is told to. */
function held<Body>(body: Body) {
  let answer = () => {};
  const response = new Promise<Response>((resolve) => {
    answer = () => resolve(Response.json(body));
  });
  return { answer, response };
}

const refused = async () => new Response("{}", { status: 401 });

test("one member's screen never stays for another whose token is refused", async () => {
  const { identify, instead, share } = await openAfterHanako();
  instead["/v1/members"] = refused;
  identify(taro);
  await findText(share, failed);
  expect(linkOf(share)).toBeUndefined();
});

test("nor where the collector cannot be reached", async () => {
  const { identify, instead, share, shop } = await openAfterHanako();
  identify(tokenOf("hanako"));
  const standing = shop.show("progress");
  await find(standing, "h2");
  instead["/v1/members"] = () => Promise.reject(new TypeError("offline"));
  identify(taro);
  for (const element of [share, standing]) await findText(element, failed);
});

test("nor while the other's answer is on its way", async () => {
  const { identify, instead, share, shop } = await openAfterHanako();
  shop.me = taros;
  const { answer, response } = held({ ...taros, token: "taros" });
  instead["/v1/members"] = () => response;
  identify(taro);
  await eventually(() => expect(linkOf(share)).toBeUndefined());
  answer();
  await eventually(() => expect(linkOf(share)).toBe(taros.member.link));
});

test("an answer that was asked for the one before is not drawn, and holds nobody up", async () => {
  const { identify, instead, share, shop } = await openAfterHanako();
  const late = held(me());
  let asked = 0;
  instead["/v1/me"] = () => {
    asked += 1;
    return late.response;
  };
  dispatchEvent(new Event("online"));
  await eventually(() => expect(asked).toBe(1));
  delete instead["/v1/me"];
  shop.me = taros;
  identify(taro);
  await eventually(() => expect(linkOf(share)).toBe(taros.member.link));
  const drawn = drawnBy(share);
  late.answer();
  // Behind it in every line that there is.
  dispatchEvent(new Event("online"));
  await eventually(() => expect(shop.called("GET /v1/me")).toHaveLength(3));
  expect(drawn.filter((link) => link !== taros.member.link)).toEqual([]);
});

test("a token that is refreshed for the same person moves nothing, even one that is refused", async () => {
  const { identify, instead, share, shop } = await openAfterHanako();
  const drawn = drawnBy(share);
  const link = linkOf(share);
  identify(tokenOf("hanako"));
  identify(`${tokenOf("hanako")}refreshed`);
  await eventually(() => expect(shop.called("GET /v1/me")).toHaveLength(3));
  let asked = 0;
  instead["/v1/me"] = () => refused();
  instead["/v1/members"] = () => {
    asked += 1;
    return refused();
  };
  identify(`${tokenOf("hanako")}expired`);
  await eventually(() => expect(asked).toBe(1));
  expect(new Set([link, ...drawn])).toEqual(new Set([link]));
});

test("whoever is identified while no element is on the page is who the next one shows", async () => {
  const { identify, share, shop } = await openAfterHanako();
  share.remove();
  shop.me = taros;
  identify(taro);
  const next = shop.show("share");
  await find(next, "input[part=link]");
  expect(linkOf(next)).toBe(taros.member.link);
});

test("whoever signs out while no element is on the page is not shown again", async () => {
  const { forget, identify, share, shop } = await openAfterHanako();
  identify(tokenOf("hanako"));
  share.remove();
  localStorage.clear();
  forget();
  const next = shop.show("share");
  await find(next, "form");
  expect(textOf(next)).not.toContain(me().member.code);
});

test("a join that ends after the device was forgotten leaves nothing on it", async () => {
  const { forget, identify, instead, share } = await openAfterHanako();
  const { answer, response } = held({ ...taros, token: "taros" });
  let asked = false;
  instead["/v1/members"] = () => {
    asked = true;
    return response;
  };
  identify(taro);
  await eventually(() => expect(asked).toBe(true));
  localStorage.clear();
  forget();
  answer();
  await find(share, "form");
  expect(localStorage._enishi_member ?? "").not.toContain("taros");
});

test("whom the page says to be looking, without proof, is not shown somebody else's screen", async () => {
  const { claim, share } = await openAfterHanako();
  for (const id of ["taro", "hana"]) {
    claim(id);
    await find(share, "form");
    expect(textOf(share)).not.toContain(me().member.code);
  }
  claim("hanako");
  await eventually(() => expect(linkOf(share)).toBe(me().member.link));
});

test("a claim takes no proof's place", async () => {
  const { claim, identify, share, shop } = await openAfterHanako();
  shop.me = taros;
  identify(taro);
  await eventually(() => expect(linkOf(share)).toBe(taros.member.link));
  const drawn = drawnBy(share);
  const before = shop.called("GET /v1/me").length;
  claim("hanako");
  await eventually(() =>
    expect(shop.called("GET /v1/me").length).toBeGreaterThan(before),
  );
  expect(drawn.filter((link) => link !== taros.member.link)).toEqual([]);
});
