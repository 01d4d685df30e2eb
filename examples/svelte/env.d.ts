import type { EnishiElements } from "enishi/widget";

declare module "svelte/elements" {
  interface SvelteHTMLElements
    extends EnishiElements<HTMLAttributes<HTMLElement>> {}
}

declare module "*.svelte" {
  import type { Component } from "svelte";

  const component: Component<{ token: string }>;
  export default component;
}
