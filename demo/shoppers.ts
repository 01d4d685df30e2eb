import type { Bilingual } from "./language.ts";

export type ShopperKey = "hanako" | "taro";

/** A customer who is signed in to the shop. */
export interface Shopper {
  key: ShopperKey;
  /** The shop's own id for the person. */
  id: string;
  name: Bilingual;
  email: string;
}

/**
 * The two people one visitor can play. After `startOver` both are new
 * customers, so that the whole story can be played again on the same data.
 */
export function createShoppers() {
  let round = "";
  return {
    find(key: string | undefined): Shopper {
      return key === "taro"
        ? shopper("taro", { ja: "太郎", en: "Taro" }, round)
        : shopper("hanako", { ja: "花子", en: "Hanako" }, round);
    },
    startOver(): void {
      round = `-${Date.now().toString(36)}`;
    },
  };
}

function shopper(key: ShopperKey, name: Bilingual, round: string): Shopper {
  return {
    key,
    id: `${key}${round}`,
    name,
    email: `${key}${round}@example.com`,
  };
}
