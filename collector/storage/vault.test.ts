import { expect, test } from "vitest";
import { openVault } from "./vault.ts";

const vault = openVault(new Uint8Array(32).fill(1));
const other = openVault(new Uint8Array(32).fill(2));

test("what is sealed opens again, differs each time, and opens under no other key", () => {
  const sealed = vault.encrypt("hanako@example.com");
  expect(vault.decrypt(sealed)).toBe("hanako@example.com");
  expect(sealed).not.toContain("hanako");
  expect(vault.encrypt("hanako@example.com")).not.toBe(sealed);
  expect(() => other.decrypt(sealed)).toThrow();
});

test("a mail's index ignores case, width and spaces around it, and depends on the key", () => {
  expect(vault.indexEmail(" Hanako@Example.COM ")).toBe(
    vault.indexEmail("hanako@example.com"),
  );
  expect(vault.indexEmail("ｈanako@example.com")).toBe(
    vault.indexEmail("hanako@example.com"),
  );
  expect(vault.indexEmail("taro@example.com")).not.toBe(
    vault.indexEmail("hanako@example.com"),
  );
  expect(other.indexEmail("hanako@example.com")).not.toBe(
    vault.indexEmail("hanako@example.com"),
  );
});

test("a sealed link cannot be forged", () => {
  const sealed = vault.seal("mem_1");
  expect(vault.unseal(sealed)).toBe("mem_1");
  expect(other.unseal(sealed)).toBeNull();
  expect(
    vault.unseal(
      `${Buffer.from("mem_2").toString("base64url")}.${sealed.split(".")[1]}`,
    ),
  ).toBeNull();
  expect(vault.unseal("nonsense")).toBeNull();
});
