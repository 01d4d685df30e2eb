/** What only the pages of orders need. */
export const ordersStyle = /* css */ `.order h3 {
  margin: 0 0 0.5rem;
}

.order .void form {
  width: min(26rem, 100%);
}

.order > .void {
  margin-top: 0.5rem;
}

details > summary {
  cursor: pointer;
}`;
