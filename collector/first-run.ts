import { randomBytes } from "node:crypto";
import { firstSite } from "./actions/read-site.ts";
import type { Reading } from "./actions/work.ts";
import type { Config } from "./config.ts";
import { DomainError } from "./domain/domain-error.ts";
import type { Writer } from "./ingest/writer.ts";
import { SetupProblem } from "./kept-secrets.ts";

/** Furnishes an empty database; answers the keys that were made for it, to be shown this once. */
export async function ensureFirstSite(
  { firstSite: first }: Config,
  reading: Reading,
  writer: Writer,
): Promise<string[]> {
  const site = await firstSite(reading).catch((error) => {
    // Out of reach: that says nothing of the key.
    if (error instanceof DomainError) throw error;
    throw new SetupProblem(
      "ENISHI_MASTER_KEY: expected the key that this database was made with, and got another one.",
    );
  });
  if (site) {
    if (first.updatesOrigins && first.origins)
      await writer
        .run("changeOrigins", {
          siteId: site.id,
          origins: first.origins,
          by: "environment",
        })
        .catch(originsProblem);
    return [];
  }
  if (!first.origins)
    throw new SetupProblem(
      'ENISHI_ORIGINS: expected the origins on which the first site may be used, such as "https://shop.example", and got nothing. The first of them is where links land.',
    );
  const keys = {
    publicKey: first.siteKey ?? `pk_${random(16)}`,
    secretKey: first.secretKey ?? `sk_${random(24)}`,
    signingKey: first.signingKey ?? `sig_${random(32)}`,
  };
  const { origins, consent } = first;
  const { created } = await writer.run("createFirstSite", {
    ...keys,
    origins,
    consent,
  });
  // Another collector of the same database was first: its keys are the ones.
  if (!created) return [];
  return [
    ...(first.siteKey ? [] : [`Site key:       ${keys.publicKey}`]),
    ...(first.secretKey ? [] : [`Secret key:     ${keys.secretKey}`]),
    ...(first.signingKey ? [] : [`Signing key:    ${keys.signingKey}`]),
  ];
}

function originsProblem(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  throw new SetupProblem(`ENISHI_ORIGINS: ${error.message}`);
}

function random(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
