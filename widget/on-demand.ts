/** Loads what members see beyond the share screen. */
export const memberScreens = () => import("./member-screens.ts");

/** Loads what friends see. */
export const friendScreens = () => import("./friend-screens.ts");
