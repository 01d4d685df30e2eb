import type { Measure } from "../measure.ts";
import { growth } from "./growth.ts";
import { memory } from "./memory.ts";
import { overload } from "./overload.ts";
import { page } from "./page.ts";
import { rates } from "./rates.ts";
import { reports } from "./reports.ts";
import { sizes } from "./sizes.ts";
import { slowDisk } from "./slow-disk.ts";
import { start } from "./start.ts";

/** In the order in which they are run and written down. */
export const measures: Measure[] = [
  sizes,
  rates,
  slowDisk,
  reports,
  start,
  growth,
  overload,
  memory,
  page,
];
