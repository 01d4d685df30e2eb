/** How a page sets the tracker up: the attributes of the script, or the npm entry's argument. */
export interface Options {
  /** The site's public key, `pk_...`. */
  site: string;
  /** The collector's address, such as `https://ref.shop.example`. */
  collector: string;
  /** `required`: nothing is stored and no visitor id is sent until granted. Left out, the site's own setting. */
  consent?: "granted" | "required" | undefined;
  /** Further names of the referral parameter, besides `via` and `ref`, with commas. */
  param?: string | undefined;
  /** Other domains of the same shop: links to them carry the referral. With commas. */
  domains?: string | undefined;
  /** Selector of the forms whose hidden fields are kept filled, or `all`. Default `[data-enishi-form]`. */
  forms?: string | undefined;
  /** Language of the widget. Left out, the page's own. */
  locale?: string | undefined;
  /** `true` says on the console why something was ignored; left out, nothing does. */
  debug?: true | undefined;
}

/** Reads `src`, `data-site`, `data-consent` and the rest from the script's own element. */
export function optionsFromScript({ src, dataset }: HTMLScriptElement) {
  // An attribute without a value is an empty string: being there is what counts.
  return {
    ...dataset,
    // The browser has resolved it, and what `new URL` needs would be made for this alone.
    collector: `${/[^?]*(?=\/)/.exec(src)}`,
  } as unknown as Options;
}
