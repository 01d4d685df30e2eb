import { deskScenes } from "./desk-scenes.ts";
import { guestScenes } from "./guest-scenes.ts";
import { hostedScenes } from "./hosted-scenes.ts";
import { memberScenes } from "./member-scenes.ts";
import type { Scene } from "./scene.ts";
import { stateScenes } from "./state-scenes.ts";

/** What the documentation shows, in its order. */
export const chapters: Record<string, Scene[]> = {
  "For members": memberScenes,
  "For those who join, and for friends": guestScenes,
  "Over the page, before it is there, and where something is in the way":
    stateScenes,
  "At the collector's own address": hostedScenes,
  "The owner's desk": deskScenes,
};
