import { expect, test } from "vitest";
import { eventually } from "../tests/eventually.ts";
import { find, openShop } from "./testing/page.ts";

/** Puts a place on the page, as its owner or a router does. */
function addPlace(): HTMLElement {
  const place = document.createElement("div");
  place.dataset.enishi = "share";
  document.body.append(place);
  return place;
}

const isFilled = (place: Element) => !!place.querySelector("enishi-share");

test("a page that takes out what is put in is let be, and goes on", async () => {
  openShop();
  let emptied = 0;
  // It stops by itself, so that the fault fails this test and freezes nothing.
  const blocker = new MutationObserver(() => {
    if (emptied < 100 && place.firstChild && ++emptied) place.replaceChildren();
  });
  const place = addPlace();
  blocker.observe(place, { childList: true });
  await eventually(() => expect(emptied).toBeGreaterThan(0));
  // Another place is still served, after everything that the first has caused.
  const other = addPlace();
  await eventually(() => expect(isFilled(other)).toBe(true));
  expect(emptied).toBeLessThan(10);
  expect(isFilled(place)).toBe(false);
  blocker.disconnect();
  place.remove();
  other.remove();
});

test("a place that a router empties has its element again", async () => {
  openShop();
  const place = addPlace();
  for (const route of ["/", "/account", "/orders/1"]) {
    await eventually(() => expect(isFilled(place), route).toBe(true));
    place.innerHTML = "<p>Loading</p>";
  }
  const share = await eventually(() => {
    const found = place.querySelector("enishi-share");
    expect(found).not.toBeNull();
    return found as Element;
  });
  expect(share.textContent).toBe("Loading");
  await find(share, "[part=root]");
  place.remove();
});
