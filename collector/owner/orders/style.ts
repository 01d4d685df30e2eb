/** What only the pages of orders need. */
export const ordersStyle = /* css */ `.order h3 {
  margin: 0 0 0.5rem;
}

.order .void form {
  grid-template-columns: minmax(0, 1fr);
  width: min(26rem, 100%);
}

.order .void :is(input, select) {
  width: 100%;
}

table + .lines,
.hint + .lines {
  margin-top: 1.5rem;
}

.order > .void {
  margin-top: 0.5rem;
}`;
