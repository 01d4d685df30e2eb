import { expect, test } from "vitest";
import { allowingDirective } from "./allowing-directive.ts";

const ref = "https://ref.shop.example";

test.each([
  // What the fallback allows is repeated, or the page shuts itself out.
  ["connect-src", "default-src 'self'", `connect-src 'self' ${ref}`],
  ["img-src", "default-src 'self' data:", `img-src 'self' data: ${ref}`],
  ["script-src-elem", "default-src 'self'", `script-src 'self' ${ref}`],
  // A directive of its own keeps what it has.
  [
    "connect-src",
    "default-src 'none'; connect-src 'self' https://pay.example",
    `connect-src 'self' https://pay.example ${ref}`,
  ],
  [
    "script-src-elem",
    "default-src 'self'; script-src 'unsafe-inline'; img-src *",
    `script-src 'unsafe-inline' ${ref}`,
  ],
  [
    "script-src-elem",
    "script-src-elem 'self'; script-src 'none'",
    `script-src-elem 'self' ${ref}`,
  ],
  // Beside 'none' nothing counts.
  ["connect-src", "default-src 'none'", `connect-src ${ref}`],
  ["connect-src", "Connect-Src 'NONE'", `connect-src ${ref}`],
  // The first of a name counts; a nonce is another one next time.
  [
    "script-src-elem",
    "script-src 'nonce-a1' 'self'; script-src *",
    `script-src 'nonce-…' 'self' ${ref}`,
  ],
  // A browser that does not tell the policy.
  ["connect-src", "", `connect-src ${ref}`],
])("%s under %s becomes %s", (effectiveDirective, originalPolicy, whole) => {
  expect(allowingDirective({ effectiveDirective, originalPolicy }, ref)).toBe(
    whole,
  );
});
