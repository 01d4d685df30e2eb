import { expect, test } from "vitest";
import { style } from "../style.ts";

/** How wide the bar's words are while so many boxes of a list are ticked: the browser tells nobody what it has counted. */
function widthOf(ticked: number): number {
  const box = `<li><input type="checkbox" form="bulk" checked></li>`;
  document.body.innerHTML = `<style>${style}</style>
    <main>
      <ul>${box.repeat(ticked)}</ul>
      <form id="bulk"><b class="ticked" style="display: inline-block"></b></form>
    </main>`;
  return document.querySelector(".ticked")?.getBoundingClientRect().width ?? 0;
}

test("the bar counts the boxes that are ticked, wherever they stand", () => {
  expect(widthOf(0)).toBe(0);
  expect(widthOf(1)).toBeGreaterThan(0);
  expect(widthOf(100)).toBeGreaterThan(widthOf(10));
  expect(widthOf(10)).toBeGreaterThan(widthOf(1));
});
