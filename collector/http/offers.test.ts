import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { settingsAnswer } from "./schemas/offers.ts";

test("the owner's colour is told with what can be read on it, and nothing where there is none", async () => {
  const open = await openApp();
  const settings = async () =>
    settingsAnswer.parse(
      (await open.asPage("GET", "/v1/settings?site=pk_test")).body,
    ).program;
  expect(await settings()).not.toHaveProperty("colors");
  const { body } = await open.asServer("GET", "/v1/programs");
  const [program] = body.items;
  await open.asServer("PUT", "/v1/programs/default", {
    ...program,
    display: { ...program.display, accent: "#ffd400" },
  });
  open.clock.now += 60_000;
  expect((await settings()).colors).toEqual({
    accent: "#ffd400",
    onAccent: "#000000",
    textOnLight: "#262221",
    textOnDark: "#ffd400",
  });
  await open.close();
});
