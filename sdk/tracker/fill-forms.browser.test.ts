import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { newVisitor, visitPage } from "./test-visit.ts";

const filled = expect.stringMatching(/^7K9M2QXB .+/);

beforeEach(newVisitor);
afterEach(() => {
  document.querySelector("#forms")?.remove();
  window.onsubmit = null;
});

/** Marked forms, visited by a friend, and what each would tell now. */
async function open(html: string) {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<div id="forms">${html}</div>`,
  );
  visitPage("?via=7K9M2QXB");
  const forms = [...document.querySelectorAll<HTMLFormElement>("#forms form")];
  const told = (index: number) => {
    const data = new FormData(forms[index]);
    return data.has("enishi_friend")
      ? `${data.get("enishi_code")} ${data.get("enishi_friend")}`
      : "nothing";
  };
  await eventually(() => {
    for (const index of forms.keys()) expect(told(index)).toEqual(filled);
  });
  return { forms, told };
}

test("nobody's code and id come into an address, whichever button sends a form; a page that stays has them again", async () => {
  const { forms, told } = await open(
    `<form action="/search" data-enishi-form><input name="q" value="tea"><button></button><button formmethod="post"></button></form>
    <form method="post" action="/order" data-enishi-form><button></button><button formmethod="get"></button></form>`,
  );
  let sent = "";
  // The last to hear of it, as the browser does after it.
  const press = async (index: number, button: number) => {
    window.onsubmit = (event) => {
      sent = told(index);
      event.preventDefault();
    };
    forms[index]?.querySelectorAll("button")[button]?.click();
    await eventually(() => expect(told(index)).toEqual(filled));
    return sent;
  };
  expect(await press(0, 0)).toBe("nothing");
  expect(await press(0, 1)).toEqual(filled);
  expect(await press(1, 0)).toEqual(filled);
  expect(await press(1, 1)).toBe("nothing");
});

test("a form that the page's own script sends tells it all, though it names no method", async () => {
  const { forms, told } = await open(
    `<form data-enishi-form><button></button></form>`,
  );
  let sent = "";
  forms[0]?.addEventListener("submit", (event) => {
    event.preventDefault();
    sent = told(0);
  });
  forms[0]?.querySelector("button")?.click();
  expect(sent).toEqual(filled);
  expect(told(0)).toEqual(filled);
});
