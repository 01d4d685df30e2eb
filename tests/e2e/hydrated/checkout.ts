import { createElement, type FunctionComponent, useEffect } from "react";

/** A form with every way to place an element, for a server and for a browser. */
export const Checkout: FunctionComponent<{ taken?: () => void }> = ({
  taken,
}) => {
  useEffect(() => taken?.());
  return createElement(
    "form",
    null,
    createElement("input", { name: "name" }),
    createElement("div", { "data-enishi": "share" }),
    createElement("enishi-code"),
  );
};
