import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { newVisitor, noon, visitPage } from "./test-visit.ts";

const code = "7K9M2QXB";
const carried = `via=${code}&enishi-at=${noon.toString(36)}`;

beforeEach(newVisitor);
afterEach(() => {
  document.querySelector("#page")?.remove();
});

/** A page of the shop, visited by a friend, once what it needs for other domains has come. */
async function page(html: string): Promise<HTMLElement> {
  const root = document.createElement("div");
  root.id = "page";
  root.innerHTML = `${html}<a id="probe" href="https://www.other.example/"></a>`;
  document.body.append(root);
  visitPage(`?via=${code}`, { domains: "Other.EXAMPLE, 紹介.example" });
  await eventually(() =>
    expect(used(root, "#probe").getAttribute("href")).toContain(code),
  );
  return root;
}

function used(root: HTMLElement, selector: string): Element {
  const element = root.querySelector(selector) as Element;
  // The middle button's click, by which this page stays.
  const init = { bubbles: true, composed: true, button: 1 };
  element.dispatchEvent(new PointerEvent("auxclick", init));
  return element;
}

test("a link in a drawing or an image map carries the referral to the shop's other domain, however it is written", async () => {
  const root = await page(
    `<svg xmlns:xlink="http://www.w3.org/1999/xlink"><a id="new" href="https://other.example/tea"><text>Tea</text></a>
    <a id="old" xlink:href="https://other.example/tea"><text>Tea</text></a></svg>
    <map><area href="https://other.example/tea"></map>`,
  );
  for (const id of ["#new", "#old"]) {
    const link = used(root, id) as SVGAElement;
    expect(link.href.baseVal).toBe(`https://other.example/tea?${carried}`);
  }
  expect((used(root, "area") as HTMLAreaElement).href).toContain(carried);
});

test("a link that carries a code of its own, or leads elsewhere, stays as it is", async () => {
  const root = await page(
    `<a href="https://other.example/?via=BCDF2345"></a><a href="https://else.example/"></a>
    <a href="https://notother.example/"></a><a href="mailto:a@other.example"></a><a href="/tea"></a><a href="https://["></a>`,
  );
  for (const link of root.querySelectorAll("a:not(#probe)")) {
    const before = link.getAttribute("href");
    link.dispatchEvent(new PointerEvent("auxclick", { bubbles: true }));
    expect(link.getAttribute("href")).toBe(before);
  }
});

test("what the shop has written in a link stays as it is, letter by letter", async () => {
  const root = await page("");
  const at = `enishi-at=${noon.toString(36)}`;
  const links = {
    "?q=%82%A8%92%83": `?q=%82%A8%92%83&${carried}`,
    "?flag&sig=a~b%20c+d#/pay?x": `?flag&sig=a~b%20c+d&${carried}#/pay?x`,
    "?#top": `?${carried}#top`,
    [`?via=${code}`]: `?via=${code}&${at}`,
    "?ec=theirs": `?ec=theirs&${carried}`,
  };
  const link = root.querySelector("#probe") as HTMLAnchorElement;
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "a");
  root.append(drawn);
  drawn.id = "drawn";
  for (const [written, expected] of Object.entries(links)) {
    link.href = `https://other.example/${written}`;
    used(root, "#probe");
    // Once more changes nothing.
    used(root, "#probe");
    expect(link.getAttribute("href")).toBe(`https://other.example/${expected}`);
    drawn.setAttribute("href", ` //other.example/${written} `);
    used(root, "#drawn");
    expect(drawn.getAttribute("href")).toBe(`//other.example/${expected}`);
  }
});

test("a link that is only pressed, or asked for its menu, stays fit to be copied", async () => {
  const root = await page('<a id="link" href="https://other.example/tea"></a>');
  const link = root.querySelector("#link") as HTMLAnchorElement;
  for (const [type, button] of [
    ["pointerdown", 0],
    ["pointerdown", 2],
    ["mousedown", 0],
    ["auxclick", 2],
    ["contextmenu", 2],
  ] as const) {
    link.dispatchEvent(new PointerEvent(type, { bubbles: true, button }));
    expect(link.href).toBe("https://other.example/tea");
  }
  link.addEventListener("click", (event) => event.preventDefault());
  link.click();
  expect(link.href).toBe(`https://other.example/tea?${carried}`);
});

test("a domain is known however it is written", async () => {
  const root = await page(
    `<a id="one" href="https://紹介.example/"></a><a id="two" href="https://WWW.XN--XMQU54I.example/"></a>`,
  );
  for (const id of ["#one", "#two"]) {
    expect(used(root, id).getAttribute("href")).toContain(carried);
  }
});

test("a form that sends its answers in the address carries the referral, and shows nothing of it", async () => {
  const root = await page(
    `<form action="https://other.example/search?old=1"><input name="q" value="tea"><button formaction="/here"></button></form>
    <form action="https://other.example/order" method="post"></form>
    <form action="https://else.example/"></form>
    <form action="/here"><button formaction="https://other.example/"></button><button formaction="https://other.example/" formmethod="post"></button></form>
    <form action="https://other.example/"><input name="via" value="mail"></form>`,
  );
  const forms = [...root.querySelectorAll("form")];
  const sent = (form: HTMLFormElement | undefined, button?: Element | null) => {
    const submitter = button as HTMLButtonElement | undefined;
    form?.addEventListener("submit", (event) => event.preventDefault(), {
      once: true,
    });
    if (submitter) submitter.click();
    const data = new FormData(form) as unknown as URLSearchParams;
    return `${new URLSearchParams([...data])}`;
  };
  const [search, order, elsewhere, own, theirs] = forms;
  expect(sent(search)).toBe(`q=tea&${carried}`);
  expect(search?.children).toHaveLength(2);
  expect(sent(order)).toBe("");
  expect(sent(elsewhere)).toBe("");
  expect(sent(own)).toBe("");
  expect(sent(theirs)).toBe("via=mail");
  const [other, posted] = own?.querySelectorAll("button") ?? [];
  expect(sent(own, other)).toBe(carried);
  expect(sent(own, posted)).toBe("");
  expect(sent(search, search?.querySelector("button"))).toBe("q=tea");
});

// Last: the trackers of all tests here hear of its second code.
test("a link is as the page wrote it again once the browser has read it: the next click carries whoever sent the visitor by then", async () => {
  const root = await page(
    `<a id="link" href="  //other.example/tea?a=%7e"></a><svg><a id="drawn" href=" //other.example/tea "><text>Tea</text></a></svg>`,
  );
  const hrefs = () =>
    ["#link", "#drawn"].map((id) =>
      root.querySelector(id)?.getAttribute("href"),
    );
  const written = hrefs();
  for (const id of ["#link", "#drawn"]) used(root, id);
  expect(`${hrefs()}`.split(code)).toHaveLength(3);
  await eventually(() => expect(hrefs()).toEqual(written));
  // What a script of the page has made of it meanwhile is the page's.
  const link = used(root, "#link");
  link.setAttribute("href", "/mine");
  used(root, "#drawn");
  await eventually(() => expect(hrefs()).toEqual(["/mine", written[1]]));
  history.replaceState(null, "", "?via=BCDF2345");
  dispatchEvent(new PopStateEvent("popstate"));
  await eventually(() => {
    const { href } = used(root, "#drawn") as SVGAElement;
    expect(href.baseVal).toContain("tea?via=BCDF2345&");
  });
});
