declare module "*.vue" {
  import type { DefineComponent } from "vue";

  const component: DefineComponent<{ token: string }>;
  export default component;
}
