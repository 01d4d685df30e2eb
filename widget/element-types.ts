import type { EnishiElement } from "./element.ts";

/** The attributes of the elements. All are optional. */
export interface EnishiAttributes {
  /** A signed member token. */
  token?: string | undefined;
  program?: string | undefined;
  /** `ja`, `en`, `ko`, `zh-Hans`, `zh-Hant`, or a tag that means one of them. */
  locale?: string | undefined;
  /** Ordered comma list. */
  channels?: string | undefined;
  layout?: "inline" | "dialog" | "launcher" | undefined;
  /** A reward tells of itself over the page. */
  news?: "dialog" | "toast" | undefined;
  /** Over the page at most once in so many hours; 24 if nothing is said. */
  hours?: number | string | undefined;
  dir?: "ltr" | "rtl" | "auto" | undefined;
  /** Of `<enishi-code>`: the form field. */
  name?: string | undefined;
}

/**
 * The tags for a framework's own table of elements, with what it adds to each.
 *
 * @example
 * declare module "react" {
 *   namespace JSX {
 *     interface IntrinsicElements extends EnishiElements<HTMLAttributes<HTMLElement>> {}
 *   }
 * }
 */
export interface EnishiElements<Added = object> {
  "enishi-share": EnishiAttributes & Added;
  "enishi-reward": EnishiAttributes & Added;
  "enishi-progress": EnishiAttributes & Added;
  "enishi-welcome": EnishiAttributes & Added;
  "enishi-code": EnishiAttributes & Added;
}

declare global {
  interface HTMLElementTagNameMap {
    "enishi-share": EnishiElement;
    "enishi-reward": EnishiElement;
    "enishi-progress": EnishiElement;
    "enishi-welcome": EnishiElement;
    "enishi-code": EnishiElement;
  }
}
