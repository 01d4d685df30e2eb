import type { PartWords } from "../part.ts";
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

export const words: PartWords = {
  ja: [() => import("../messages/ja-test.ts")],
  en: [() => import("../messages/en-test.ts")],
  ko: [() => import("../messages/ko-test.ts")],
  "zh-Hans": [() => import("../messages/zh-hans-test.ts")],
  "zh-Hant": [() => import("../messages/zh-hant-test.ts")],
};
