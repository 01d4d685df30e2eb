import { expect, test } from "vitest";
import { clickTime, eventTime, touchTime } from "./event-time.ts";

const receivedAt = Date.UTC(2026, 3, 1);
const day = 86_400_000;

test("a device whose clock is ten years off is corrected", () => {
  for (const offMs of [-3_650 * day, 3_650 * day]) {
    const sentAt = receivedAt + offMs;
    expect(eventTime(sentAt - 1_000, { sentAt, receivedAt }).at).toBe(
      receivedAt - 1_000,
    );
  }
});

test("an event is never in the future, and not longer ago than a cookie lives", () => {
  const sending = { sentAt: receivedAt, receivedAt };
  expect(eventTime(receivedAt + 1_000, sending).at).toBe(receivedAt);
  // The device's clock was ahead, and has been put right before it could send.
  expect(eventTime(receivedAt + day, sending).at).toBe(receivedAt);
  expect(eventTime(receivedAt + 399 * day, sending).at).toBe(receivedAt);
  expect(eventTime(receivedAt + 401 * day, sending).because).toContain("400");
  expect(eventTime(9e15, sending).at).toBeNull();
  expect(eventTime(receivedAt - 399 * day, sending).at).not.toBeNull();
  expect(eventTime(receivedAt - 401 * day, sending).because).toContain("400");
  expect(eventTime(0, sending).at).toBeNull();
});

test("a touch's time is corrected and bounded, never refused", () => {
  const sending = { sentAt: receivedAt + day, receivedAt };
  expect(touchTime(receivedAt, sending)).toBe(receivedAt - day);
  expect(touchTime(receivedAt + 9 * day, sending)).toBe(receivedAt);
  expect(touchTime(0, { sentAt: 9e15, receivedAt })).toBe(0);
});

test("a click is not older than a day, which is as long as a device keeps it", () => {
  const sending = { sentAt: receivedAt, receivedAt };
  expect(clickTime(receivedAt - 20 * day, sending)).toBe(receivedAt - day);
  expect(clickTime(receivedAt - day + 1, sending)).toBe(receivedAt - day + 1);
});
