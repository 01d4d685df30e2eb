import fc from "fast-check";

/** What old libraries, polyfills and careful or careless shops do to a page before we come. */
const pollutions = [
  "Array.prototype.toJSON = String.prototype.toJSON = function () { return '[' + this + ']'; };",
  "Object.prototype.extended = function () {}; Array.prototype.extended = 1;",
  "Array.prototype.reduce = Array.prototype.find = function () { return this[0]; };",
  "Array.from = (list) => [].slice.call(list); Object.keys = (object) => { const keys = []; for (const key in object) keys.push(key); return keys; };",
  "window.CustomEvent = function () { throw new TypeError('no constructor'); };",
  "window.fetch = () => Promise.reject();",
  "window.fetch = () => { throw 'patched'; };",
  "window.fetch = () => undefined;",
  "window.fetch = async () => ({ status: 202 });",
  "{ const { fetch } = window; window.fetch = function (...request) { return fetch.apply(this, request); }; }",
  "history.replaceState = history.pushState = () => { throw new Error('patched'); };",
  "console.error = console.info = () => { throw new Error('patched'); }; ",
  "console.error = console.info = undefined;",
  "navigator.sendBeacon = undefined; window.Image = undefined;",
  "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });",
  "Object.defineProperty(window, 'localStorage', { value: null });",
  "Object.defineProperty(document, 'cookie', { get: () => '', set() {} });",
  "try { localStorage._enishi = '1.%%%.~~~.'; localStorage['_enishi_queue:x'] = '{'; localStorage['_enishi_queue:y'] = 'null'; } catch {}",
  "for (const frozen of [Object, Array, Promise, String, JSON]) { Object.freeze(frozen); if (frozen.prototype) Object.freeze(frozen.prototype); }",
  "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });",
  "window.MutationObserver = undefined;",
  "window.enishi = { theirs: true };",
  "Object.defineProperty(window, 'enishi', { value: 'theirs', writable: false });",
  "Element.prototype.remove = Element.prototype.closest = undefined;",
];

const codes = fc.constantFrom(
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
}: {
  collector: string;
  site: string;
  stub: string;
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
      acts: fc.array(
        fc.oneof(
          calls.map((args) => `call(${JSON.stringify(args)})`),
          routes.map((route) => `attempt(() => { ${route}; })`),
        ),
        { maxLength: 6 },
      ),
    })
    .map(({ address, polluted, scripts, hasStub, inBody, acts }) => {
      const head = [hasStub ? inline(stub) : "", ...scripts].join("\n");
      return {
        address,
        html: `<!doctype html><html lang="en"><head><title>Host</title>
${inline(watch)}
${polluted.map((text) => inline(`try { ${text} } catch {}`)).join("\n")}
${inBody ? "" : head}</head><body><form></form>
${inBody ? head : ""}
${inline(`document.run(function (call, attempt) { ${acts.join(";\n")} })`)}
</body></html>`,
      };
    });
}

/** Runs first: keeps what it needs before anybody breaks it, notes every error, and says at the end what it saw. */
const watch = `{
  const names = Object.getOwnPropertyNames(window);
  const { getOwnPropertyNames } = Object;
  const { stringify } = JSON;
  const { setTimeout } = window;
  const problems = [];
  addEventListener("error", (event) => problems.push(event.message));
  addEventListener("unhandledrejection", (event) => problems.push("unhandled: " + event.reason));
  document.run = (act) => addEventListener("load", () => {
    const answers = [];
    const attempt = (route) => { try { route(); } catch {} };
    const call = (args) => {
      if (typeof enishi !== "function") return;
      try { answers.push(enishi(...args).catch((error) => problems.push("rejected: " + error))); }
      catch (error) { problems.push("threw: " + error); }
    };
    act(call, attempt);
    Promise.all(answers).then(() => setTimeout(() => {
      const added = getOwnPropertyNames(window).filter((name) => !names.includes(name));
      document.documentElement.setAttribute("data-seen", added + "|" + problems);
    }, 60));
  });
}`;
