import type { overflowEn } from "./overflow-en.ts";

export const overflowJa: typeof overflowEn = {
  raffle: (name, value) => `抽選「${name}」(${value})への参加つき`,
  perk: (name, value) => `優待「${name}」(${value})つき`,
  file: "抽選参加と優待の一覧(CSV)",
};
