import fc from "fast-check";
import { pollutions } from "./pollutions.ts";
import { theirs, watch } from "./watch-host-page.ts";

/** Written for the code of a member there is. */
const member = "MEMBER";

const codes = fc.constantFrom(
  member,
  member,
  "7K9M2QXB",
  "hanako",
  "%E0%A4%A",
  "",
  "<script>",
  "a".repeat(300),
);

const addresses = fc
  .tuple(
    fc.constantFrom(
      "",
      "?via=",
      "?ref=",
      "?q=1&via=",
      "#via=",
      "#/tea?via=",
      "?ec=x&via=",
      "?via=&via=",
    ),
    codes,
  )
  .map(([start, code]) => start && start + code);

const attributes = fc.record(
  {
    "data-consent": fc.constantFrom("granted", "required", "perhaps", ""),
    "data-param": fc.constantFrom("friend", ", ,", "constructor,__proto__"),
    "data-domains": fc.constantFrom("shop2.test", " ,", "*"),
    "data-forms": fc.constantFrom("all", "form", "(((", ""),
    "data-debug": fc.constant(""),
    "data-locale": fc.constantFrom("ja", "xx"),
  },
  { requiredKeys: [] },
);

const loads = fc.constantFrom(
  "",
  "async",
  "defer",
  'type="module"',
  "async defer",
);

const nonsense = fc.constantFrom<unknown>(
  null,
  0,
  "",
  "x",
  [],
  {},
  { orderId: {} },
  { amountMinor: -1 },
  { email: [] },
);

const calls = fc.oneof(
  fc.constantFrom<unknown[]>(
    ["sale", { orderId: "1", amountMinor: 1, currency: "JPY" }],
    ["lead"],
    ["track", "looked", { plan: "pro" }],
    ["consent", "granted"],
    ["consent", "denied"],
    ["forget"],
    ["context", "make"],
    ["referral"],
    ["identify", { token: "x.y.z" }],
  ),
  fc.tuple(
    fc.constantFrom(
      "sale",
      "lead",
      "track",
      "consent",
      "identify",
      "open",
      "on",
      "view",
      "share",
      "copy",
      "context",
      "constructor",
      "__proto__",
      "toString",
    ),
    nonsense,
    nonsense,
  ),
);

const routes = fc.constantFrom(
  "history.pushState(null, '', '/tea?via=7K9M2QXB')",
  "history.replaceState({ a: 1 }, '', '#via=HANAKO')",
  "location.hash = '#/cart?via=7K9M2QXB'",
  "document.body.append(document.createElement('form'))",
  "document.body.innerHTML = '<form data-enishi-form></form>'",
  "document.dispatchEvent(new Event('visibilitychange'))",
  "dispatchEvent(new Event('pagehide'))",
  "dispatchEvent(new Event('online'))",
  "document.body.append(document.createElement('enishi-share'))",
  "document.body.firstElementChild.remove()",
);

/** Half of the pages have none: the others take longer. */
const elements = fc.oneof(
  fc.constant<string[]>([]),
  fc.subarray(
    [
      "<enishi-share></enishi-share>",
      '<enishi-share layout="launcher"></enishi-share>',
      '<div data-enishi="welcome"></div>',
      "<form><enishi-code></enishi-code></form>",
      '<enishi-progress token="x.y.z"></enishi-progress>',
      '<div data-enishi="reward" data-locale="ja"></div>',
      '<div data-enishi="nothing"></div>',
    ],
    { minLength: 1, maxLength: 3 },
  ),
);

export interface HostPage {
  address: string;
  html: string;
}

/** A page as hosts are: with what others did to it first, our script once or twice in any order and with any attribute, and then its own calls and routes. */
export function hostPages({
  collector,
  site,
  stub,
  code,
}: {
  collector: string;
  site: string;
  stub: string;
  /** A member's. */
  code: string;
}): fc.Arbitrary<HostPage> {
  const script = fc.tuple(loads, attributes).map(([load, given]) => {
    const all = Object.entries({ "data-site": site, ...given });
    const written = all.map(([name, value]) => `${name}="${value}"`).join(" ");
    return `<script ${load} src="${collector}/enishi.js" ${written}></script>`;
  });
  const inline = (text: string) => `<script>${text}</script>`;
  return fc
    .record({
      address: addresses,
      polluted: fc.subarray(pollutions, { maxLength: 4 }),
      scripts: fc.array(script, { minLength: 1, maxLength: 2 }),
      hasStub: fc.boolean(),
      inBody: fc.boolean(),
      body: elements,
      acts: fc.array(
        fc.oneof(
          calls.map((args) => `call(${JSON.stringify(args)})`),
          routes.map((route) => `attempt(() => { ${route}; })`),
        ),
        { maxLength: 6 },
      ),
    })
    .map(({ address, polluted, scripts, hasStub, inBody, body, acts }) => {
      const head = [hasStub ? inline(stub) : "", ...scripts].join("\n");
      return {
        address: address.replace(member, code),
        html: `<!doctype html><html lang="en"><head><title>Host</title>
${inline(watch)}
${polluted.map((text) => inline(`try { ${text} } catch {}`)).join("\n")}
${inline(theirs)}
${inBody ? "" : head}</head><body><form></form>
${body.join("\n")}
${inBody ? head : ""}
${inline(`document.run(function (call, attempt) { ${acts.join(";\n")} })`)}
</body></html>`,
      };
    });
}
