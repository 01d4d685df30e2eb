import type { Options } from "../options.ts";

export interface Trackers {
  count: number;
  /** The tag of the script that runs; absent where a bundle of the page's own does. */
  running?: string | undefined;
}

/** How many trackers the page has, and which of them runs: the one that came first, not the one that is written first. */
export function findTrackers(options: Options): Trackers {
  const scripts = [
    ...document.querySelectorAll<HTMLScriptElement>(
      "script[src][data-site^=pk_]",
    ),
  ];
  const folder = new URL(`${options.collector}/enishi/`, location.href).href;
  // Whoever bundles the tracker bundles this file with it.
  if (!`${import.meta.url}`.startsWith(folder))
    return { count: scripts.length + 1 };
  const { site, consent } = options;
  const running = scripts.find(
    ({ dataset, src }) =>
      dataset.site === site &&
      dataset.consent === consent &&
      src.startsWith(new URL(`${options.collector}/`, location.href).href),
  );
  return {
    count: scripts.length,
    running: (running ?? scripts[0])?.outerHTML.split(/><\//)[0]?.concat(">"),
  };
}
