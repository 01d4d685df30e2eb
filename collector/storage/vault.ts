import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from "node:crypto";

/** Keeps secrets and mail addresses unreadable at rest, under the master key. */
export interface Vault {
  /** AES-256-GCM with a fresh nonce; the same text never comes out the same twice. */
  encrypt(text: string): string;
  /** Throws where the text was sealed under another master key. */
  decrypt(sealed: string): string;
  /** A keyed hash of a mail address, equal for equal addresses whatever their case: what look-ups compare. */
  indexEmail(email: string): string;
  /** A keyed hash of the shop's own id for a customer, exactly as it is written. */
  indexCustomer(id: string): string;
  /** A keyed hash of a gift code, equal for equal codes: finds one that comes twice. */
  indexGiftCode(code: string): string;
  /** Signs a short text, for links that must not be forged. */
  seal(text: string): string;
  /** The text of a sealed link, or `null` where the seal is not ours. */
  unseal(sealed: string): string | null;
}

/** Hashes an API key or member token: long random strings, so a plain hash is enough. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** Opens the vault of a 32-byte master key. */
export function openVault(masterKey: Uint8Array): Vault {
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", masterKey, "", `enishi ${purpose}`, 32));
  const encryptionKey = keyFor("encryption");
  const indexKey = keyFor("blind index");
  const customerKey = keyFor("customer index");
  const giftCodeKey = keyFor("gift code index");
  const sealKey = keyFor("seal");
  const sealOf = (text: string) =>
    createHmac("sha256", sealKey).update(text).digest("base64url").slice(0, 22);

  return {
    encrypt(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", encryptionKey, nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString(
        "base64url",
      );
    },
    decrypt(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv(
        "aes-256-gcm",
        encryptionKey,
        bytes.subarray(0, 12),
      );
      decipher.setAuthTag(bytes.subarray(12, 28));
      return (
        decipher.update(bytes.subarray(28), undefined, "utf8") +
        decipher.final("utf8")
      );
    },
    indexEmail(email) {
      return createHmac("sha256", indexKey)
        .update(email.trim().normalize("NFKC").toLowerCase())
        .digest("base64url");
    },
    indexCustomer: (id) =>
      createHmac("sha256", customerKey).update(id).digest("base64url"),
    indexGiftCode: (code) =>
      createHmac("sha256", giftCodeKey).update(code).digest("base64url"),
    seal: (text) =>
      `${Buffer.from(text).toString("base64url")}.${sealOf(text)}`,
    unseal(sealed) {
      const [body = "", seal] = sealed.split(".");
      const text = Buffer.from(body, "base64url").toString("utf8");
      // Equal-length hashes of both, so that the time taken tells nothing.
      return hashSecret(sealOf(text)) === hashSecret(seal ?? "") ? text : null;
    },
  };
}
