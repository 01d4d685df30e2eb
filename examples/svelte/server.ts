import "enishi/widget";
import { render as renderComponent } from "svelte/server";
import ThankYou from "./thank-you.svelte";

/** The page as a server sends it; the tag comes alive in the browser. */
export function render(token: string): string {
  return renderComponent(ThankYou, { props: { token } }).body;
}
