import type { Part } from "../part.ts";
import type { Scene } from "../scene.ts";

export { default as css } from "../styles/test.css?inline";

/** Above every screen of a test site: nobody should take it for the shop's own. */
export default function TestNotice({ say }: Pick<Scene, "say">) {
  return (
    <p class="test" part="test">
      {say("testSite")}
    </p>
  );
}

export const words: Part["words"] = {
  ja: [() => import("../messages/ja-test.ts")],
  en: [() => import("../messages/en-test.ts")],
};
