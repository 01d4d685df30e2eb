import { CompactSign, SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { verifySignedToken } from "./signed-token.ts";

const key = "sig_test0000000000000000000000000000000000000000";
const now = Date.UTC(2026, 3, 1);
const seconds = now / 1000;
const bytes = (text: string) => new TextEncoder().encode(text);

function sign(
  claims: Record<string, unknown>,
  { by = key, alg = "HS256" } = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(bytes(by));
}

const good = { aud: "member", sub: "hanako", iat: seconds, exp: seconds + 60 };
const verify = (token: string, audience: "member" | "conversion" = "member") =>
  verifySignedToken(token, { keys: [key], audience, now });

test("a token signed by the site's key is believed", async () => {
  expect(verify(await sign(good)).claims).toEqual(good);
});

test.each([
  ["has no exp", { ...good, exp: undefined }],
  ["has no iat", { ...good, iat: undefined }],
  ["says exp in words", { ...good, exp: "tomorrow" }],
  ["has expired", { ...good, exp: seconds }],
  ["lives for two days", { ...good, exp: seconds + 2 * 86_400 }],
  ["is for another audience", { ...good, aud: "conversion" }],
  ["is for several audiences", { ...good, aud: ["member", "conversion"] }],
  ["has no audience", { ...good, aud: undefined }],
])("a token that %s is refused with a reason", async (_, claims) => {
  const { claims: believed, because } = verify(
    await new CompactSign(bytes(JSON.stringify(claims)))
      .setProtectedHeader({ alg: "HS256" })
      .sign(bytes(key)),
  );
  expect(believed).toBeNull();
  expect(because).toMatch(/\.$/);
});

test("a clock that is a little ahead is forgiven, a token from the future is not", async () => {
  const at = (iat: number) => sign({ ...good, iat, exp: iat + 60 });
  expect(verify(await at(seconds + 300)).claims).not.toBeNull();
  expect(verify(await at(seconds + 301)).because).toMatch(/^Expected iat/);
});

test("bytes have one spelling: no padding, no blanks, no bits too many", async () => {
  const token = await sign(good);
  const [head = "", body = "", signature = ""] = token.split(".");
  const last =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const next = last[last.indexOf(signature.at(-1) ?? "") + 1];
  for (const other of [
    `${token}=`,
    `${token} `,
    `${token}\n`,
    `${token}A`,
    ` ${token}`,
    `${head}=.${body}.${signature}`,
    `${head}.${body}=.${signature}`,
    `${head}.${body}.${signature.slice(0, -1)}${next}`,
    `${head}.${body}.${signature.replaceAll("-", "+").replaceAll("_", "/")}=`,
    `${token}.`,
  ])
    expect(verify(other).claims).toBeNull();
});

test("a full day is allowed", async () => {
  const token = await sign({ ...good, exp: seconds + 86_400 });
  expect(verify(token).claims).not.toBeNull();
});

test("no other key, no other algorithm and no missing signature passes", async () => {
  const unsigned = new UnsecuredJWT(good).encode();
  const signed = await sign(good);
  const [, body] = signed.split(".");
  const tokens = [
    await sign(good, { by: `${key}x` }),
    await sign(good, { by: `${key}${key}`, alg: "HS512" }),
    unsigned,
    `${unsigned}${signed.split(".")[2]}`,
    `${signed}.`,
    `${signed.split(".")[0]}.${body}.`,
    "",
    "..",
    "a.b.c",
    `${signed.slice(0, -2)}`,
    "x".repeat(9_000),
  ];
  for (const token of tokens) expect(verify(token).claims).toBeNull();
});

test("a payload changed after signing is refused", async () => {
  const [head, , signature] = (await sign(good)).split(".");
  const forged = Buffer.from(JSON.stringify({ ...good, sub: "eve" }));
  expect(
    verify(`${head}.${forged.toString("base64url")}.${signature}`).claims,
  ).toBeNull();
});

test("while a key is changed, tokens by either are believed, and by no third", async () => {
  const newer = `${key}newer`;
  const both = { keys: [newer, key], audience: "member" as const, now };
  for (const by of both.keys)
    expect(verifySignedToken(await sign(good, { by }), both).claims).toEqual(
      good,
    );
  const other = await sign(good, { by: `${key}other` });
  expect(verifySignedToken(other, both)).toMatchObject({ fault: "signature" });
});
