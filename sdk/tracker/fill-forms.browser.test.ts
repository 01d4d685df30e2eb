import { expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { newVisitor, visitPage } from "./test-visit.ts";

const filled = expect.stringMatching(/^7K9M2QXB .+/);

test("marked forms tell all to scripts and to servers, and nothing to an address, whichever button sends them", async () => {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<form action="/search" data-enishi-form><input name="q" value="tea"><button></button><button formmethod="post"></button></form>
    <form method="post" action="/order" data-enishi-form><button></button><button formmethod="get"></button></form>
    <form data-enishi-form><button></button></form>
    <form action="/cart"><input name="enishi_code" value="TYPED"><input type="hidden" name="enishi_friend" value="theirs"><button></button></form>
    <form data-enishi-form><enishi-code><input type="hidden" name="enishi_code" value="TYPED"></enishi-code><button></button></form>`,
  );
  newVisitor();
  visitPage("?via=7K9M2QXB");
  const forms = [...document.querySelectorAll("form")];
  const told = (index: number) => {
    const data = new FormData(forms[index]);
    return data.has("enishi_friend")
      ? `${data.get("enishi_code")} ${data.get("enishi_friend")}`
      : "nothing";
  };
  const untilFilled = () =>
    eventually(() =>
      expect([told(0), told(1), told(2)]).toEqual([filled, filled, filled]),
    );
  await untilFilled();
  let sent = "";
  // The last to hear of it, as the browser is.
  window.onsubmit = (event) => {
    sent = told(forms.indexOf(event.target as HTMLFormElement));
    event.preventDefault();
  };
  const press = async (index: number, button: number) => {
    forms[index]?.querySelectorAll("button")[button]?.click();
    // A page that stays has them again.
    await untilFilled();
    return sent;
  };
  expect(await press(0, 0)).toBe("nothing");
  expect(await press(0, 1)).toEqual(filled);
  expect(await press(1, 0)).toEqual(filled);
  expect(await press(1, 1)).toBe("nothing");
  // A script that sends the form itself, and names no method for it.
  forms[2]?.addEventListener("submit", (event) => event.preventDefault());
  expect(await press(2, 0)).toEqual(filled);
  // What is not marked is the shop's own, whatever its fields are called.
  forms[3]?.querySelector("button")?.click();
  expect(sent).toBe("TYPED theirs");
  const typed = () => new FormData(forms[4]).get("enishi_code");
  let kept: unknown;
  window.onsubmit = (event) => {
    kept = typed();
    event.preventDefault();
  };
  forms[4]?.querySelector("button")?.click();
  expect(kept).toBeTruthy();
  window.onsubmit = null;
  for (const form of forms) form.remove();
});

test("a page that takes the fields out each time is let be, and whoever sends the form has them", async () => {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<form id="fought" method="post"><button></button></form>`,
  );
  const form = document.querySelector("#fought") as HTMLFormElement;
  let rounds = 0;
  const fight = new MutationObserver(() => {
    const ours = form.querySelectorAll("input");
    // It stops by itself, so that the fault fails this test alone.
    if (ours[0] && ++rounds < 30) for (const input of ours) input.remove();
  });
  fight.observe(form, { childList: true });
  newVisitor();
  visitPage("?via=7K9M2QXB", { forms: "#fought" });
  await eventually(() => expect(rounds).toBe(9));
  // Another look finds nothing to do.
  document.body.append(document.createElement("hr"));
  dispatchEvent(new Event("focus"));
  dispatchEvent(new Event("focus"));
  await new Promise(requestAnimationFrame);
  expect(rounds).toBe(9);
  expect(form.querySelector("input")).toBeNull();
  let sent: unknown;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sent = new FormData(form).get("enishi_code");
  });
  form.querySelector("button")?.click();
  expect(sent).toBe("7K9M2QXB");
  fight.disconnect();
  form.remove();
});

test.each(["append", "querySelector", "getAttribute", "matches"])(
  "a field called %s keeps no form from being filled, nor ids out of an address",
  async (name) => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<form id="f-${name}" method="get"><input name="${name}"></form>`,
    );
    newVisitor();
    visitPage("?via=7K9M2QXB", { forms: `#f-${name}` });
    const form = document.querySelector(`#f-${name}`) as HTMLFormElement;
    await eventually(() =>
      expect(new FormData(form).get("enishi_code")).toBe("7K9M2QXB"),
    );
    expect(new FormData(form).has("enishi_friend")).toBe(false);
    form.remove();
  },
);

test("what another tab has changed or erased is looked for whenever the page is come back to", async () => {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<form id="back" method="post"></form>`,
  );
  newVisitor();
  visitPage("?via=7K9M2QXB", { forms: "#back" });
  const form = document.querySelector("#back") as HTMLFormElement;
  const said = () => [...new FormData(form).values()].join("");
  await eventually(() => expect(said()).toMatch(/^7K9M2QXB.+/));
  const right = said();
  const places = [window, window, window, document];
  for (const name of ["pageshow", "focus", "storage", "visibilitychange"]) {
    for (const input of form.querySelectorAll("input")) input.value = "old";
    places.shift()?.dispatchEvent(new Event(name));
    expect(said(), name).toBe(right);
  }
  localStorage.clear();
  // biome-ignore lint/suspicious/noDocumentCookie: as the other tab does
  document.cookie = "_enishi=;path=/;max-age=0";
  dispatchEvent(new Event("pageshow"));
  expect(said()).toBe("");
  form.remove();
});
