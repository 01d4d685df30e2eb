import { beforeEach, expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { accepted, newVisitor, visitPage } from "./test-visit.ts";

const [typed, linked] = ["7K9M2QXB", "2Q7K9XBM"];

beforeEach(newVisitor);

/** Whoever was not referred types a code that the collector knows. */
async function typeCode(consent: "granted" | "required") {
  const visit = visitPage("", { consent });
  visit.collector.answer = (url) =>
    url.endsWith("/codes/check")
      ? Response.json({ valid: true, code: typed, offer: {}, from: null })
      : accepted();
  await visit.enishi("referral", typed);
  const events = () => visit.batches().flatMap(({ events }) => events);
  return { ...visit, events };
}

test("a typed code fills marked forms of a page that was not referred", async () => {
  const { parent } = window;
  // In a frame, the parent's word would be waited for.
  window.parent = window;
  const form = document.createElement("form");
  form.innerHTML = `<input type="hidden" name="enishi_code">`;
  form.dataset.enishiForm = "";
  document.body.append(form);
  await typeCode("granted");
  const filled = () => new FormData(form).get("enishi_code");
  await eventually(() => expect(filled()).toBe(typed));
  form.remove();
  window.parent = parent;
});

test("a typed code counts no click, whatever the visitor first says on consent", async () => {
  const { enishi, events } = await typeCode("required");
  await enishi("consent", "denied");
  await enishi("consent", "granted");
  expect(document.cookie).toContain(typed);
  await enishi("track", "looked");
  expect(events().map(({ type }) => type)).toEqual(["custom"]);
});

test("a link that is followed after a code was typed counts its click once it may", async () => {
  const { enishi, events } = await typeCode("required");
  history.replaceState(null, "", `?via=${linked}`);
  dispatchEvent(new PopStateEvent("popstate"));
  await eventually(async () =>
    expect((await enishi("context"))?.code).toBe(linked),
  );
  await enishi("consent", "granted");
  await eventually(() =>
    expect(events()).toMatchObject([{ type: "click", code: linked }]),
  );
});
