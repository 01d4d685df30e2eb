/** @jsxImportSource react */
import { createEnishi } from "enishi";
import "enishi/widget";
import { createRoot } from "react-dom/client";
import { ThankYou } from "./thank-you.tsx";

createEnishi({
  site: "pk_...",
  collector: "https://ref.shop.example",
  consent: "granted",
});

const app = document.getElementById("app");
// The shop's server signs a token for whoever is signed in; here it is in the address.
if (app) createRoot(app).render(<ThankYou token={location.hash.slice(1)} />);
