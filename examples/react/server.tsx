/** @jsxImportSource react */
import "enishi/widget";
import { renderToString } from "react-dom/server";
import { ThankYou } from "./thank-you.tsx";

/** The page as a server sends it; the tag comes alive in the browser. */
export function render(token: string): string {
  return renderToString(<ThankYou token={token} />);
}
