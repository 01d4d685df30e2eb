import "enishi/widget";
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import ThankYou from "./thank-you.vue";

/** The page as a server sends it; the tag comes alive in the browser. */
export function render(token: string): Promise<string> {
  return renderToString(createSSRApp(ThankYou, { token }));
}
