import fc from "fast-check";
import { expect, test } from "vitest";
import { accentColors, contrast } from "./accent.ts";

test("whatever colour the shop has, every word can be read", () => {
  const colors = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(fc.option(colors), (chosen) => {
      const { accent, onAccent, textOnLight, textOnDark } =
        accentColors(chosen);
      expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5);
      for (const paper of ["#ffffff", "#f8f5f3"])
        expect(contrast(textOnLight, paper)).toBeGreaterThanOrEqual(4.5);
      for (const paper of ["#1d1a1a", "#141212"])
        expect(contrast(textOnDark, paper)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
