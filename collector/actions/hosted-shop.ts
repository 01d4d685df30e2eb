import type { PublicProgram } from "../../sdk/protocol/offers.ts";
import type { Program } from "../domain/program.ts";
import { publicProgram } from "./public-program.ts";
import type { Reading } from "./work.ts";

/** How the collector's own pages look and speak for a shop. */
export interface HostedShop {
  /** The site's public key. */
  siteKey: string;
  /** What stands before every path of the collector's, where browsers reach it under a path; else empty. */
  basePath: string;
  brand: string;
  /** The logo, where it is on an origin of the shop's own: nobody else is told that somebody reads a page. */
  logoUrl: string | null;
  /** The campaign's picture, under the same condition. */
  pictureUrl: string | null;
  /** The campaign's picture, else the logo, wherever it is: networks fetch it for a preview, not the reader. */
  picture: string | null;
  /** The campaign's picture is wide, a logo is not. */
  isPictureWide: boolean;
  accent: string | null;
  isTest: boolean;
  program: PublicProgram;
}

export function hostedShop(
  { publicUrl, now }: Reading,
  site: {
    name: string;
    public_key: string;
    origins: string;
    test: number;
  },
  program: Program,
): HostedShop {
  const { brand, logoUrl, pictureUrl = null, accent } = program.display;
  const ownOrigins = [
    ...(JSON.parse(site.origins) as string[]),
    new URL(publicUrl).origin,
  ];
  const ifOwn = (address: string | null) =>
    address !== null && ownOrigins.includes(originOf(address)) ? address : null;
  return {
    siteKey: site.public_key,
    basePath: basePathOf(publicUrl),
    brand: brand || site.name,
    logoUrl: ifOwn(logoUrl),
    pictureUrl: ifOwn(pictureUrl),
    picture: pictureUrl ?? logoUrl,
    isPictureWide: pictureUrl !== null,
    accent: accent ?? null,
    isTest: site.test === 1,
    program: publicProgram(program, now()),
  };
}

/** The path of the collector's own address as browsers see it, without a slash at the end. */
function basePathOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/$/, "");
}

function originOf(address: string): string {
  return URL.parse(address)?.origin ?? "";
}
