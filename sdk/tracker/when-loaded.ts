import { inTime } from "./in-time.ts";

/** Resolves once the page has loaded and its own listeners have heard so, or a slow picture has held us up long enough. */
export function whenLoaded(): Promise<unknown> {
  return inTime(
    new Promise((resolve) => {
      // Of its three values "complete" alone comes before "d".
      if (document.readyState > "d") {
        addEventListener("load", () => setTimeout(resolve));
      } else {
        resolve(0);
      }
    }),
  );
}
