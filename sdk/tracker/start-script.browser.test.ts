import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { startScript } from "./start-script.ts";
import { stubText } from "./stub-text.ts";
import { newVisitor, visitPage } from "./test-visit.ts";

const files: [string, string] = ["widget.js", "on-demand.js"];
const page = window as unknown as {
  enishi?: (...args: unknown[]) => Promise<unknown>;
};

function scriptElement(): HTMLScriptElement {
  const script = document.createElement("script");
  // Never inserted, so never fetched.
  script.src = "https://ref.shop.example/base/enishi.js?v=1";
  script.dataset.site = "pk_test";
  script.dataset.consent = "granted";
  script.dataset.debug = "";
  return script;
}

function pasteStub(): void {
  const script = document.createElement("script");
  script.textContent = stubText;
  document.head.append(script);
}

beforeEach(() => {
  newVisitor();
  delete page.enishi;
});
afterEach(newVisitor);

test("the stub's promise settles by itself where the script is blocked", async () => {
  pasteStub();
  await expect(page.enishi?.("sale", {})).resolves.toBeUndefined();
});

test("an element of the page's whose id is enishi is not taken for the stub", async () => {
  const element = document.createElement("div");
  element.id = "enishi";
  document.body.append(element);
  pasteStub();
  const queued = vi.fn();
  page.enishi?.("on", "ready", queued);
  startScript(scriptElement(), files);
  await eventually(() => expect(queued).toHaveBeenCalledTimes(1));
  element.remove();
});

test("the script answers what the stub has queued, also later through a kept stub", async () => {
  pasteStub();
  const stub = page.enishi;
  const queued = vi.fn();
  const kept = vi.fn();
  stub?.("on", "ready", queued);
  startScript(scriptElement(), files);
  expect(page.enishi).not.toBe(stub);
  await eventually(() => expect(queued).toHaveBeenCalledTimes(1));
  await stub?.("on", "ready", kept);
  expect(kept).toHaveBeenCalledTimes(1);
});

test("a script whose key was dropped on the way starts nothing, and the page's calls still settle", async () => {
  pasteStub();
  const stub = page.enishi;
  const bare = scriptElement();
  delete bare.dataset.site;
  delete bare.dataset.debug;
  startScript(bare, files);
  expect(page.enishi).toBe(stub);
  expect(Symbol.for("enishi") in document).toBe(false);
  await expect(stub?.("lead")).resolves.toBeUndefined();
});

test("a script whose code an optimizer has put into the page starts nothing", () => {
  const inlined = scriptElement();
  inlined.removeAttribute("src");
  startScript(inlined, files);
  expect(page.enishi).toBeUndefined();
  expect(Symbol.for("enishi") in document).toBe(false);
});

test("a stranger's frame that has the stub's name does not keep the script from starting", () => {
  const frame = document.createElement("iframe");
  frame.name = "enishi";
  // Of no origin, so of another one.
  frame.setAttribute("sandbox", "");
  document.body.append(frame);
  startScript(scriptElement(), files);
  expect(page.enishi).toBeTypeOf("function");
  frame.remove();
});

test("a second script on the page changes nothing", () => {
  startScript(scriptElement(), files);
  const first = page.enishi;
  startScript(scriptElement(), files);
  expect(page.enishi).toBe(first);
});

test("where the page has started the tracker itself, it answers what the stub has queued, and takes its place", async () => {
  pasteStub();
  const queued = vi.fn();
  page.enishi?.("on", "ready", queued);
  const { enishi } = visitPage("");
  startScript(scriptElement(), files);
  expect(page.enishi).toBe(enishi);
  await eventually(() => expect(queued).toHaveBeenCalledTimes(1));
});

test("a second stub does not replace the tracker", () => {
  startScript(scriptElement(), files);
  const first = page.enishi;
  pasteStub();
  expect(page.enishi).toBe(first);
});
