import type { EnishiEvent } from "../protocol/events.ts";

/** An event before it has an id; fields left out are undefined here and absent on the wire. */
export type Draft<Each = EnishiEvent> = Each extends EnishiEvent
  ? {
      [Field in keyof Each as Exclude<Field, "id" | "at">]:
        | Each[Field]
        | undefined;
    }
  : never;
