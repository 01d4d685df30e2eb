import { attempt } from "./attempt.ts";
import { startScript } from "./start-script.ts";

/** The hashed files that come on demand: the build knows them. */
declare const __WIDGET_FILE__: string;
declare const __ON_DEMAND_FILE__: string;

attempt(() =>
  startScript(
    // Only now, before anything is awaited, does a classic script know its own element, and a module never does.
    (document.currentScript ||
      document.querySelector("[data-site^=pk_]")) as HTMLScriptElement,
    [__WIDGET_FILE__, __ON_DEMAND_FILE__],
  ),
);
