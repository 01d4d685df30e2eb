import { expect, test } from "vitest";
import { serverProblem } from "./database-server.ts";
import { SetupProblem } from "./kept-secrets.ts";

const of = (code: string, more = {}) => {
  const error = Object.assign(new Error("said"), { code, ...more });
  try {
    return serverProblem("postgres://db.internal/enishi")(error);
  } catch (problem) {
    return problem;
  }
};

test.each([
  ["28P01", {}],
  ["UNFIT", {}],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", {}],
  ["ERR_TLS_CERT_ALTNAME_INVALID", {}],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", {}],
  ["CERT_HAS_EXPIRED", {}],
  ["ENOENT", { syscall: "open" }],
])("%s is for somebody to mend", (code, more) => {
  expect(of(code, more)).toBeInstanceOf(SetupProblem);
});

test.each([
  ["ECONNREFUSED", { syscall: "connect" }],
  ["ENOENT", { syscall: "connect" }],
  ["ENOTFOUND", { syscall: "getaddrinfo" }],
  ["CERT_NOT_YET_VALID", {}],
  ["57P03", {}],
  ["53300", {}],
])("%s may pass by itself", (code, more) => {
  expect(of(code, more)).not.toBeInstanceOf(SetupProblem);
});
