/**
 * `import "enishi/widget"`: defines the five elements. Where there is no
 * document, as in server rendering, importing does nothing; the tags are
 * rendered as they are and come alive in the browser.
 */
if (typeof document !== "undefined") import("./main.ts").catch(() => {});

export type { EnishiElement } from "./element.ts";
export type { EnishiAttributes, EnishiElements } from "./element-types.ts";
