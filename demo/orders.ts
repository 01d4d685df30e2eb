import { randomBytes } from "node:crypto";
import type { Product } from "./products.ts";
import { grossProfitYen } from "./products.ts";
import type { Shopper } from "./shoppers.ts";

export interface Order {
  id: string;
  product: Product;
  quantity: number;
  amountYen: number;
  /** Stays on the server. */
  grossProfitYen: number;
  customerId: string;
  email: string;
  /** True where this customer had bought before. */
  existing: boolean;
  /** The code that was typed at checkout. */
  code: string | null;
  placedAt: number;
}

/** Orders of a demo: in memory, gone with the process; ids never repeat. */
export function createOrders() {
  const orders = new Map<string, Order>();
  const ofCustomer = (id: string) =>
    [...orders.values()].filter((order) => order.customerId === id);
  return {
    place(wish: {
      product: Product;
      quantity: number;
      shopper: Shopper;
      email: string;
      code: string | null;
    }): Order {
      const { product, quantity, shopper, email, code } = wish;
      const order: Order = {
        id: newOrderId("T"),
        product,
        quantity,
        amountYen: product.priceYen * quantity,
        grossProfitYen: grossProfitYen(product, quantity),
        customerId: shopper.id,
        email,
        existing: ofCustomer(shopper.id).length > 0,
        code,
        placedAt: Date.now(),
      };
      orders.set(order.id, order);
      return order;
    },
    find: (id: string) => orders.get(id),
    ofCustomer,
  };
}

/** Such as `T-MI5K2V1C-9F3A`: a time, so that a restart repeats none, and a random tail. */
export function newOrderId(prefix: string): string {
  const time = Date.now().toString(36);
  const tail = randomBytes(3).toString("hex");
  return `${prefix}-${time}-${tail}`.toUpperCase();
}
