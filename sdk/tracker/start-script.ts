import { attempt } from "./attempt.ts";
import { isLookedInto } from "./is-looked-into.ts";
import { newId } from "./new-id.ts";
import { optionsFromScript } from "./options.ts";
import { createTracker } from "./tracker.ts";

type QueuedCall = [args: unknown[], settle: (answer: unknown) => void];

/** `window.enishi`: the stub until the script has come, then the tracker. */
interface Page {
  enishi?: { q?: { map?: QueuedCall[]["map"] } };
}

/** Starts the tracker of a page from its script element, once. */
export function startScript(
  script: HTMLScriptElement,
  [widget, onDemand]: [widget: string, onDemand: string],
): void {
  const options = optionsFromScript(script);
  // An optimizer may have put the code into the page: without an address there is nobody to ask or tell.
  if (!script.src) return;
  // A tag manager may have kept only `src`: without a key nothing starts, but for the doctor, who says so.
  if (!options.site && !isLookedInto(options)) return;
  // The module map keeps what was imported: asking twice costs nothing.
  const load = (file: string) =>
    import(/* @vite-ignore */ `${options.collector}/enishi/${file}`);
  // A page that bundles the tracker may have started it: what the stub has queued is for that one.
  const running = (document as Document & Record<symbol, unknown>)[
    Symbol.for("enishi")
  ];
  const enishi = (running ||
    createTracker(options, [
      Date.now,
      newId,
      fetch,
      () => load(onDemand),
      () => load(widget),
    ])) as { (...args: unknown[]): Promise<unknown>; q?: object };
  const push = ([args, settle]: QueuedCall) => enishi(...args).then(settle);
  // Where a stranger's frame has the stub's name, looking into it throws.
  attempt(() => (window as Page).enishi?.q?.map?.(push));
  // A page may have kept the stub itself: what it is called with still arrives.
  enishi.q = { push };
  (window as Page).enishi = enishi as never;
}
