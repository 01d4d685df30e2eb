import { expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { newVisitor, visitPage } from "./test-visit.ts";

test("nobody's code and id come into an address by a form, though it is marked and whichever button sends it", async () => {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<form action="/search" data-enishi-form><input name="q" value="tea"><button></button><button formmethod="post"></button></form>
    <form method="get" action="/search" data-enishi-form><input type="hidden" name="enishi_friend" value="old"></form>
    <form method="dialog" data-enishi-form></form>
    <form method="post" action="/order" data-enishi-form><button></button><button formmethod="get"></button></form>`,
  );
  newVisitor();
  visitPage("?via=7K9M2QXB");
  const forms = [...document.querySelectorAll("form")];
  const told = () =>
    forms.map((form) => {
      const data = new FormData(form);
      return `${data.get("enishi_code") || ""} ${data.get("enishi_friend") || ""}`;
    });
  const all = expect.stringMatching(/^7K9M2QXB .+/);
  await eventually(() => expect(told()).toEqual([" ", " ", " ", all]));
  const press = (index: number, button: number) => {
    const form = forms[index];
    form?.addEventListener("submit", (event) => event.preventDefault());
    form?.querySelectorAll("button")[button]?.click();
    return told()[index];
  };
  expect(press(0, 1)).toEqual(all);
  expect(press(0, 0)).toBe(" ");
  expect(press(3, 1)).toBe(" ");
  expect(press(3, 0)).toEqual(all);
});
