/** @jsxImportSource react */
import type { EnishiElements } from "enishi/widget";
import { type HTMLAttributes, useState } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements
      extends EnishiElements<HTMLAttributes<HTMLElement>> {}
  }
}

export function ThankYou({ token }: { token: string }) {
  const [locale, setLocale] = useState("en");
  return (
    <>
      <h1>Thank you for your order</h1>
      <button type="button" onClick={() => setLocale("ko")}>
        한국어
      </button>
      <enishi-share token={token} locale={locale} />
    </>
  );
}
