import { attempt } from "../attempt.ts";
import { examine, type Findings, type Result } from "./examine.ts";
import type { DoctorWords } from "./words.ts";

const style = `
:host { all: initial; color-scheme: light dark }
section { position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483647; box-sizing: border-box;
  width: min(26rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); overflow: auto; padding: 1rem;
  font: 14px/1.5 system-ui, sans-serif; color: #1d1d1f; background: #fff; border: 1px solid #767676; border-radius: 12px;
  box-shadow: 0 8px 32px #0004; overflow-wrap: anywhere }
h2 { font-size: 16px; margin: 0 0 .5rem } ul { list-style: none; margin: 0; padding: 0 }
li { padding: .5rem 0; border-top: 1px solid #d2d2d7 } p { margin: 0 } b { margin-right: .5rem }
.good { color: #14692f } .bad { color: #b3261e } .unknown { color: #5f5f64 }
button { font: inherit; margin: .75rem .5rem 0 0; padding: .4rem .9rem; min-height: 32px; cursor: pointer }
@media (prefers-color-scheme: dark) {
  section { color: #f5f5f7; background: #1d1d1f } li { border-color: #48484a }
  .good { color: #6fdd8b } .bad { color: #ff9b92 } .unknown { color: #b5b5ba } }`;

/** Shows the findings on the page, in a shadow of their own; no word of the page's own is touched. */
export async function openPanel(
  findings: Findings,
  consult: () => Promise<unknown>,
  key: string,
): Promise<void> {
  // Where nothing reaches the collector nobody can check the key: that is what the doctor has to say then.
  if (!findings.answer && !isFresh(key)) return;
  const language = /^ja/.test(
    findings.options.locale ||
      document.documentElement.lang ||
      navigator.language,
  )
    ? "ja"
    : "en";
  const { words } = await (language === "ja"
    ? import("./words-ja.ts")
    : import("./words-en.ts"));
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  attempt(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  });
  const panel = element("section", { lang: language, tabIndex: 0 });
  panel.setAttribute("aria-label", words.title);
  const list = element("ul", { ariaLive: "polite" });
  const again = element("button", { type: "button", textContent: words.again });
  const close = element("button", { type: "button", textContent: words.close });
  panel.append(element("h2", { textContent: words.title }), list, again, close);
  root.append(panel);
  const show = async () => {
    const results = await examine(findings).catch((error) => {
      list.textContent = `${error}`;
      return null;
    });
    if (!results) return;
    // What is to be mended comes first.
    const order = ["bad", "unknown", "good"];
    results.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
    list.replaceChildren(...results.map((result) => item(result, words)));
  };
  again.onclick = async () => {
    findings.violations.length = 0;
    await consult();
    await show();
  };
  close.onclick = () => host.remove();
  await show();
  // Beside the body: a router that replaces it, as Turbo does, leaves the panel to tell of that.
  document.documentElement.append(host);
}

function isFresh(key: string): unknown {
  return attempt(() => {
    const text = atob((key.split(".")[0] ?? "").replace(/-/g, "+"));
    return Number(text.split(":")[2]) > Date.now();
  });
}

function item(
  { check, state, details, exception }: Result,
  words: DoctorWords,
) {
  const [title, good, bad, unknown = ""] = words.checks[check];
  const said = exception
    ? words.exceptions[exception]
    : { good, bad, unknown }[state];
  const parts = said.split("{}");
  const text = parts.map((part, place) =>
    place ? (details[place - 1] ?? "") + part : part,
  );
  const line = element("li", {});
  line.dataset.check = check;
  line.dataset.state = state;
  line.append(
    element("b", { textContent: title }),
    element("span", { className: state, textContent: words[state] }),
    element("p", { textContent: text.join("") }),
  );
  return line;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
