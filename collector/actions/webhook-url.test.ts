import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address.ts";
import { refuseWebhookUrl, whyNot } from "./webhook-url.ts";

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "100.100.100.200",
  "127.0.0.1",
  "127.255.255.254",
  "168.63.129.16",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "239.255.255.250",
  "255.255.255.255",
  "::",
  "::1",
  "::7f00:1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "::ffff:169.254.169.254",
  "::ffff:8.8.8.8",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "2001::1",
  "2001:db8::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fe80::1%eth0",
  "ff02::1",
  "not an address",
])("%s is not on the internet", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  "8.8.8.8",
  "1.1.1.1",
  "100.63.255.255",
  "172.32.0.1",
  "193.0.0.1",
  "2606:4700::1111",
  "2400:3200::1",
])("%s is on the internet", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  "https://127.0.0.1/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0177.0.0.1/",
  "https://0/",
  "https://169.254.169.254/latest/meta-data",
  "https://[::1]/",
  "https://[::ffff:10.0.0.1]/",
  "https://[fd00:ec2::254]/",
  "https://localhost/",
  "https://LOCALHOST./",
  "https://any.localhost/",
  "https://metadata.google.internal/",
  "https://printer.local/",
  "https://①②⑦.0.0.1/",
  "http://crm.example/",
  "ftp://crm.example/",
  "file:///etc/passwd",
  "https://user:password@crm.example/",
  "crm.example",
])("%s is refused by its looks", (url) => {
  expect(whyNot(url, { allowPrivate: false })).toMatch(/^Expected/);
});

const resolvesTo = (...addresses: string[]) => ({
  allowPrivate: false,
  resolve: async () => addresses.map((address) => ({ address, family: 4 })),
});

test("a name that leads to our own network is refused, even where only one of its addresses does", async () => {
  const url = "https://crm.example/hooks";
  await expect(
    refuseWebhookUrl(url, resolvesTo("8.8.8.8", "10.0.0.1")),
  ).rejects.toMatchObject({ code: "invalid_field", errors: [{ path: "url" }] });
  await refuseWebhookUrl(url, resolvesTo("8.8.8.8"));
  await refuseWebhookUrl(url, {
    allowPrivate: false,
    resolve: () => Promise.reject(new Error("ENOTFOUND")),
  });
});

test("where private addresses are allowed, plain http is still for this machine alone", () => {
  const mayBe = (url: string) => whyNot(url, { allowPrivate: true });
  expect(mayBe("http://127.0.0.1:3000/")).toBeNull();
  expect(mayBe("http://localhost:3000/")).toBeNull();
  expect(mayBe("http://[::1]:3000/")).toBeNull();
  expect(mayBe("https://10.0.0.1/")).toBeNull();
  expect(mayBe("http://10.0.0.1/")).toMatch(/https/);
});
