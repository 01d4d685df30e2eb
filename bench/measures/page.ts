import type { Measure } from "../measure.ts";
import { measurePage } from "../page/measure-page.ts";

/** What a page feels of the script and the screen in it. */
export const page: Measure = {
  name: "page",
  // Which database it is makes no difference to a page.
  engines: ["sqlite"],
  run: ({ scale }) => measurePage(scale.rounds === 1 ? 2 : 10),
};
