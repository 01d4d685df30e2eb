import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { Checkout } from "./checkout.ts";

/** React takes the page over when the test says so, as where its script comes late; answers what it found to be another than it had rendered. */
const hydrate = () =>
  new Promise<string[]>((resolve) => {
    const mismatches: string[] = [];
    hydrateRoot(
      document.getElementById("app") as HTMLElement,
      createElement(Checkout, { taken: () => resolve(mismatches) }),
      { onRecoverableError: (error) => mismatches.push(`${error}`) },
    );
  });
Object.assign(window, { hydrate });
