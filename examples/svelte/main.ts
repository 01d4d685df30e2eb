import { createEnishi } from "enishi";
import "enishi/widget";
import { mount } from "svelte";
import ThankYou from "./thank-you.svelte";

createEnishi({
  site: "pk_...",
  collector: "https://ref.shop.example",
  consent: "granted",
});

const target = document.getElementById("app");
// The shop's server signs a token for whoever is signed in; here it is in the address.
const token = location.hash.slice(1);
if (target) mount(ThankYou, { target, props: { token } });
