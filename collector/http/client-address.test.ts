import { expect, test } from "vitest";
import { addressKey, clientAddress, isLoopback } from "./client-address.ts";

test("without a trusted proxy the header is not believed", () => {
  expect(clientAddress("10.0.0.1", "1.2.3.4", 0)).toBe("10.0.0.1");
});

test("behind n proxies the n-th entry from the right counts, whatever the caller wrote before it", () => {
  expect(clientAddress("10.0.0.1", "6.6.6.6, 1.2.3.4", 1)).toBe("1.2.3.4");
  expect(clientAddress("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", 2)).toBe(
    "1.2.3.4",
  );
  expect(clientAddress("10.0.0.1", "1.2.3.4", 3)).toBe("1.2.3.4");
  expect(clientAddress("10.0.0.1", undefined, 1)).toBe("10.0.0.1");
});

test("a port that a proxy writes behind the address is none of it", () => {
  const written = {
    "1.2.3.4:40000": "1.2.3.4",
    "[2001:db8::1]:40000": "2001:db8::1",
    "[2001:db8::1]": "2001:db8::1",
    "2001:db8::1": "2001:db8::1",
    "2001:db8::1:4000": "2001:db8::1:4000",
    "::ffff:1.2.3.4": "::ffff:1.2.3.4",
    unknown: "unknown",
  };
  for (const [hop, address] of Object.entries(written))
    expect(clientAddress("10.0.0.1", `6.6.6.6, ${hop}`, 1)).toBe(address);
});

test("an IPv6 network is one caller, and an IPv4 address is one however it is written", () => {
  expect(addressKey("2001:db8:0:1::1")).toBe(addressKey("2001:db8::1:2:3:4:5"));
  expect(addressKey("2001:db8:0:1::1")).not.toBe(addressKey("2001:db8:0:2::1"));
  expect(addressKey("::ffff:1.2.3.4")).toBe(addressKey("1.2.3.4"));
  for (const written of [
    "::FFFF:1.2.3.4",
    "::ffff:102:304",
    "::ffff:0102:0304",
    "0:0:0:0:0:ffff:102:304",
    "0000:0000:0000:0000:0000:FFFF:0102:0304",
    "0:0:0:0:0:ffff:1.2.3.4",
    "::ffff:102:304%eth0",
  ])
    expect(addressKey(written), written).toBe(addressKey("1.2.3.4"));
  expect(addressKey("::ffff:102:305")).not.toBe(addressKey("1.2.3.4"));
  expect(addressKey("1.2.3.4")).not.toContain("1.2.3.4");
});

test("loopback is recognised in both families", () => {
  expect(["127.0.0.1", "::1", "::ffff:127.0.0.1"].every(isLoopback)).toBe(true);
  expect(["10.0.0.1", "", "::2", "127.evil"].some(isLoopback)).toBe(false);
});
