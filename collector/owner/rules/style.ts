import { actsOfRules } from "./styles/acts.ts";
import { fieldsOfRules } from "./styles/fields.ts";
import { frameOfRules } from "./styles/frame.ts";
import { outcomeOfRules } from "./styles/outcome.ts";
import { widthsOfRules } from "./styles/widths.ts";

/** The style of the rules' form and what stands beside it. */
export const rulesStyle = [
  frameOfRules,
  fieldsOfRules,
  actsOfRules,
  outcomeOfRules,
  widthsOfRules,
].join("");
