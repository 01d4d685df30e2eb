import { expect, onTestFinished, test, vi } from "vitest";
import type { EnishiEvent } from "../protocol/events.ts";
import { sendByPixel } from "./deliver-otherwise.ts";
import { createResender } from "./resender.ts";
import { unanswered } from "./unanswered.ts";

vi.mock("./deliver-otherwise.ts", () => ({
  sendWhole: async () => undefined,
  sendByPixel: vi.fn(async () => unanswered()),
}));

const event: EnishiEvent = {
  id: "0123456789abcdef",
  at: 0,
  type: "custom",
  name: "seen",
};

test("in a frame that is being removed, where no timer starts, what is unsent is tried once more and no further", async () => {
  const listeners = new Map<string, () => void>();
  vi.stubGlobal("addEventListener", (name: string, listener: () => void) =>
    listeners.set(name, listener),
  );
  vi.stubGlobal("setTimeout", () => 0);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  let asked = 0;
  const resend = createResender({
    options: { collector: "https://ref.shop.example" },
    ask: async () => {
      asked += 1;
      // Were it to go round, it would end here.
      const refused = asked > 20 ? [] : undefined;
      return { ...unanswered(), refused } as never;
    },
    batch: (events) => ({ site: "pk_test", sentAt: 0, events }),
    done: () => {},
  });
  await resend([event]);
  listeners.get("online")?.();
  for (let turn = 0; turn < 200; turn += 1) await null;
  expect(asked).toBe(2);
});

test("what comes back from the device while it waits here is sent once", async () => {
  const listeners = stubTimes();
  const sent: EnishiEvent[][] = [];
  let answer: object = unanswered();
  const resend = createResender({
    options: { collector: "https://ref.shop.example" },
    ask: async () => answer as never,
    batch: (events) => {
      if (events[0]) sent.push(events);
      return { site: "pk_test", sentAt: 0, events };
    },
    done: () => {},
  });
  await resend([event]);
  await resend([event]);
  sent.length = 0;
  answer = { ...unanswered(), refused: [] };
  listeners.get("online")?.();
  for (let turn = 0; turn < 200; turn += 1) await null;
  expect(sent).toEqual([[event]]);
});

test.for([
  ["report", false],
  ["enforce", true],
])(
  "a policy's word counts as a ban of fetch where it says %s: %s",
  async ([disposition, isForbidden]) => {
    const listeners = stubTimes();
    vi.stubGlobal("document", { hidden: false });
    const resend = createResender({
      options: { collector: "https://ref.shop.example" },
      ask: () => Promise.reject(),
      batch: (events) => ({ site: "pk_test", sentAt: 0, events }),
      done: () => {},
    });
    const hear = listeners.get("securitypolicyviolation") as (
      violation: unknown,
    ) => void;
    hear({ blockedURI: "https://ref.shop.example/v1/events", disposition });
    await resend([event]);
    expect(vi.mocked(sendByPixel).mock.lastCall?.[2]).toBe(isForbidden);
  },
);

/** No timer goes off; what is listened to is called by hand. */
function stubTimes(): Map<string, () => void> {
  const listeners = new Map<string, () => void>();
  vi.stubGlobal("addEventListener", (name: string, listener: () => void) =>
    listeners.set(name, listener),
  );
  vi.stubGlobal("setTimeout", () => 1);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return listeners;
}
