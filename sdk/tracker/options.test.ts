import { expect, test } from "vitest";
import { optionsFromScript } from "./options.ts";

test("a script's attributes are the options", () => {
  const script = {
    src: "https://shop.example/ref/enishi.js?v=1/2",
    dataset: { site: "pk_1", consent: "required", debug: "" },
  } as unknown as HTMLScriptElement;
  expect(optionsFromScript(script)).toEqual({
    site: "pk_1",
    consent: "required",
    debug: "",
    collector: "https://shop.example/ref",
  });
});
