import { expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { newVisitor, visitPage } from "./test-visit.ts";

test("no id gets into an address by form.submit(), nor past a handler that stops the event", async () => {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<iframe name="sent"></iframe>
    <form method="get" action="/got" target="sent" data-enishi-form><input name="by" value="script"></form>
    <form action="/got" target="sent" data-enishi-form><input name="by" value="button"><button></button></form>`,
  );
  newVisitor();
  visitPage("?via=7K9M2QXB");
  const [first, second] = document.querySelectorAll("form");
  const filled = () => second && new FormData(second).get("enishi_friend");
  await eventually(() => expect(filled()).toBeTruthy());
  const sent: string[] = [];
  const note = ({ formData }: FormDataEvent) =>
    sent.push([...formData.keys()].join());
  for (const form of [first, second]) form?.addEventListener("formdata", note);
  second?.addEventListener("submit", (event) => event.stopPropagation());
  first?.submit();
  second?.querySelector("button")?.click();
  expect(sent).toEqual(["by,enishi_code", "by,enishi_code"]);
  for (const form of [first, second]) form?.remove();
  document.querySelector("iframe[name=sent]")?.remove();
});
