import type { Operation } from "./operation.ts";
import { doctorAnswer, doctorQuery } from "./schemas/doctor.ts";

/** What the install doctor asks. */
export const doctorOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/doctor",
    summary: "What the collector knows of a page, for the install doctor",
    by: "browser",
    query: doctorQuery,
    answers: { 200: doctorAnswer },
  },
];
