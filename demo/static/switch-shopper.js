// Switching shoppers: first this device forgets what it knows, then the form goes its way.
const form = document.querySelector("[data-switch]");
form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const patience = new Promise((resolve) => setTimeout(resolve, 1500));
  await Promise.race([window.enishi("forget"), patience]);
  const to = document.createElement("input");
  Object.assign(to, {
    type: "hidden",
    name: "to",
    value: event.submitter?.value,
  });
  form.append(to);
  form.submit();
});
