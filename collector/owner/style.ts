import { giftsStyle } from "./gifts/style.ts";
import { ordersStyle } from "./orders/style.ts";
import { payoutsStyle } from "./payouts/style.ts";
import { queueStyle } from "./queue/style.ts";
import { rulesStyle } from "./rules/style.ts";
import { sitesStyle } from "./sites/style.ts";
import { baseStyle } from "./styles/base.ts";
import { formStyle } from "./styles/forms.ts";
import { frameStyle } from "./styles/frame.ts";
import { itemStyle } from "./styles/items.ts";
import { placesStyle } from "./styles/places.ts";
import { tableStyle } from "./styles/tables.ts";

/** The style sheet of the owner's pages. */
export const style = [
  baseStyle,
  frameStyle,
  placesStyle,
  formStyle,
  tableStyle,
  itemStyle,
  ordersStyle,
  giftsStyle,
  payoutsStyle,
  rulesStyle,
  queueStyle,
  sitesStyle,
].join("\n\n");
