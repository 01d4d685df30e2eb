import { expect, test } from "vitest";
import { customersIn } from "./customer-list.ts";

const hanako = { id: "1", email: "hanako@shop.example" };

test.each([
  ["CSV with its columns named", "name,Email,ID\nH,hanako@shop.example,1"],
  ["CSV in Japanese", "会員番号,メールアドレス\r\n1,hanako@shop.example\r\n"],
  ["CSV without names", "1,hanako@shop.example\n\n"],
  ["JSON", '[{"id":1,"email":" hanako@shop.example "}]'],
  [
    "the API's own JSON",
    '\uFEFF{"customers":[{"id":"1","email":"hanako@shop.example"}]}',
  ],
])("customers are read from %s", (_, text) => {
  expect(customersIn(text)).toEqual({ customers: [hanako], wrong: [] });
});

test("lines hold ids or addresses", () => {
  expect(customersIn("a-1\nTaro@shop.example\n")?.customers).toEqual([
    { id: "a-1", email: null },
    { id: null, email: "Taro@shop.example" },
  ]);
});

test("what cannot be read is told by its line, and the rest is taken", () => {
  const { customers, wrong } = customersIn(
    `id,email\n1,\n2,two@\n${"x".repeat(201)},\n,\n5,five@shop.example`,
  ) ?? { customers: [], wrong: [] };
  expect(customers.map(({ id }) => id)).toEqual(["1", "5"]);
  expect(wrong.map(({ line }) => line)).toEqual([3, 4]);
});

test("three cells without names could be anything", () => {
  expect(customersIn("1,Hanako,a@b.example")?.wrong).toHaveLength(1);
});

test("what begins like JSON and is none is not taken for lines", () => {
  expect(customersIn('[{"id":')).toBeNull();
  expect(customersIn('{"id":"1"}')).toBeNull();
});
