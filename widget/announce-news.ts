import { type Account, stateOf } from "./account.ts";

const announced = new WeakMap<Account, string>();

/** Tells the page of news once, as `enishi:reward`, however many elements show it. */
export function announceNews(account: Account): void {
  const rewards = account.news;
  const news = rewards.map(stateOf).join();
  if (!news || announced.get(account) === news) return;
  announced.set(account, news);
  document.dispatchEvent(
    new CustomEvent("enishi:reward", { detail: { rewards } }),
  );
}
