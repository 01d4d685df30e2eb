import { createEnishi } from "enishi";
import "enishi/widget";
import { createApp } from "vue";
import ThankYou from "./thank-you.vue";

createEnishi({
  site: "pk_...",
  collector: "https://ref.shop.example",
  consent: "granted",
});

// The shop's server signs a token for whoever is signed in; here it is in the address.
createApp(ThankYou, { token: location.hash.slice(1) }).mount("#app");
