import type { Drawer, MoreDrawer } from "./scene.ts";

/** What the share tools open to, each fetched when it is wanted. */
export const drawers = {
  more: (): Promise<MoreDrawer> => import("./components/more-drawer.tsx"),
  edit: (): Promise<Drawer> => import("./components/message-editor.tsx"),
  qr: (): Promise<Drawer> => import("./components/qr-code.tsx"),
};
