/** What a warning or an advice says in numbers, for sentences in another language than that of its message. */
export interface Figures {
  /** The example: a conversion of so much, in such a class of goods, during a boost. */
  on?: string;
  amountMinor?: number | null;
  marginClass?: string | null;
  isBoost?: boolean;
  rateBps?: number;
  marginBps?: number;
  /** What it earns. */
  grossMinor?: number;
  /** What it costs, and the part of it that leads are given. */
  costMinor?: number;
  giftsMinor?: number;
  /** What is paid, and what would be without the cap. */
  paidMinor?: number;
  rawMinor?: number;
  /** What the law allows of a value. */
  valueMinor?: number;
  limitMinor?: number;
  /** In so many other cases too. */
  others?: number;
}
