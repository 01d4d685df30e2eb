import { expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { newVisitor, visitPage } from "./test-visit.ts";

test("data-forms=all tells nothing to forms of other hosts, whichever button sends them", async () => {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<div id="forms"><form action="/cart" method="post"><input name="action"><button></button><button formaction="https://bank.example/"></button></form>
    <form action="https://www.other.example/crm" method="POST"></form>
    <form action="https://bank.example/search" method="post"><input type="hidden" name="enishi_code" value="old"></form>
    </div>`,
  );
  newVisitor();
  visitPage("?via=7K9M2QXB", { forms: "all", domains: "other.example" });
  const forms = [...document.querySelectorAll<HTMLFormElement>("#forms form")];
  const told = () =>
    forms.map((form) =>
      [...form.querySelectorAll<HTMLInputElement>("[name^=enishi]")]
        .map(({ value }) => value)
        .join(),
    );
  await eventually(() =>
    expect(told()).toEqual([
      expect.stringMatching(/^7K9M2QXB,/),
      expect.stringMatching(/^7K9M2QXB,/),
      "",
    ]),
  );
  const [own, theirs] = forms[0]?.querySelectorAll("button") ?? [];
  forms[0]?.addEventListener("submit", (event) => event.preventDefault());
  theirs?.click();
  expect(told()[0]).toBe(",,");
  own?.click();
  expect(told()[0]).toMatch(/^7K9M2QXB,/);
  document.querySelector("#forms")?.remove();
});
