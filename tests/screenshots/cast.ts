import type { World } from "../e2e/world.ts";
import { shopUrl } from "../e2e/world.ts";

/** The people of the pictures, by the shop's own names for them. */
export interface Cast {
  /** Has a gift to look at: a friend asked for the brochure. */
  hanako: Person;
  /** A friend has bought, and the return period runs. */
  yuki: Person;
  /** The same, confirmed. */
  ken: Person;
  /** Has brought several friends, and has been told of it. */
  aoi: Person;
  /** Nobody yet. */
  sora: Person;
}

interface Person {
  code: string;
  link: string;
  shareUrl: string;
}

/** A shop with rules, gift codes, members and orders, by its server's calls. */
export async function fillWorld(world: World): Promise<Cast> {
  await setProgram(world, "live");
  await stockGifts(world);
  const member = async (id: string, publicName?: string) =>
    (await world.api.putMember(id, {
      ...(publicName && { publicName }),
    })) as unknown as Person;
  const cast = {
    hanako: await member("hanako", "はなこ"),
    yuki: await member("yuki"),
    ken: await member("ken"),
    aoi: await member("aoi", "あおい"),
    sora: await member("sora"),
  };
  const tell = orders(world);
  await tell("lead", "taro", cast.hanako.code);
  await tell("sale", "jiro", cast.yuki.code);
  await tell("sale", "saburo", cast.ken.code, 12_800);
  await confirmPoints(world);
  await tell("lead", "shiro", cast.aoi.code);
  await tell("sale", "shiro", cast.aoi.code, 34_000);
  await tell("lead", "goro", cast.aoi.code);
  await tell("sale", "rokuro", cast.aoi.code, 8_600);
  await tell("sale", "nanako", cast.aoi.code, 21_000);
  await world.api.asServer(
    "POST",
    "/v1/conversions/order:nanako-sale/refunds",
    {
      refundId: "refund-1",
      amountMinor: 21_000,
    },
  );
  return cast;
}

/** Puts the shop's rules, in one of their states. */
export async function setProgram(
  world: World,
  state: "live" | "paused" | "ended",
): Promise<void> {
  const { body } = await world.api.asServer<{ items: object[] }>(
    "GET",
    "/v1/programs",
  );
  const put = await world.api.asServer("PUT", "/v1/programs/default", {
    ...body.items[0],
    state,
    landingUrl: `${shopUrl}/`,
    display: {
      brand: "茶舗みどり",
      logoUrl: null,
      termsUrl: `${shopUrl}/terms`,
      pictureUrl: `${shopUrl}/picture.svg`,
      texts: {},
    },
  });
  if (put.status !== 200) throw new Error(JSON.stringify(put.body));
}

async function stockGifts(world: World): Promise<void> {
  const pool = await world.api.asServer<{ id: string }>(
    "POST",
    "/v1/gift-pools",
    {
      name: "300円のギフト券",
      programId: "default",
      on: "lead",
      valueMinor: 300,
      currency: "JPY",
      url: "https://gift.example/",
      lowBelow: 5,
    },
  );
  const codes = [..."23456789BCDFGHJK"].map((end) => `GFT-7Q2K-9XP${end}`);
  const added = await world.api.asServer(
    "POST",
    `/v1/gift-pools/${pool.body.id}/codes`,
    { codes, expiresAt: Date.UTC(2027, 2, 31, 14, 59) },
  );
  if (added.status >= 300) throw new Error(JSON.stringify(added.body));
}

/** An order of a friend, as the shop's server tells it. */
function orders(world: World) {
  return async (
    type: "lead" | "sale",
    friend: string,
    code: string,
    amountMinor = 100_000,
  ) => {
    const told = await world.api.convert({
      type,
      orderId: `${friend}-${type}`,
      ...(type === "sale" && { amountMinor, currency: "JPY" }),
      customer: { id: friend, email: `${friend}@example.com` },
      code,
    });
    if (told.status > 201) throw new Error(JSON.stringify(told.body));
  };
}

/** What the owner does once a return period is over. */
async function confirmPoints(world: World): Promise<void> {
  const { body } = await world.api.asServer<{
    items: { id: string; to: string }[];
  }>("GET", "/v1/rewards?state=pending");
  for (const { id } of body.items.slice(0, 2)) {
    await world.api.asServer("POST", `/v1/rewards/${id}/confirmation`);
  }
}
