/** What waits, by the site it is for: none of them can keep the others waiting. */
export interface FairQueue<Item> {
  readonly length: number;
  /** Takes an item, or answers that there is no room for it. */
  add(item: Item, of: { site: string; weight: number }): boolean;
  /** What comes next, of so much weight: of every site in turn, and of each in the order in which it came. */
  take(room?: number): Item[];
}

interface Bounds {
  /** Weight that may wait in all. */
  waiting: number;
  /** Weight that is taken at once, so that none of it waits long for the rest. */
  group: number;
  /** A site whose first item has waited so long may add no more, where more of it waits than one group takes. */
  waitMs?: number;
  now?(): number;
}

interface Lane<Item> {
  items: { item: Item; weight: number; at: number }[];
  weight: number;
}

/**
 * A bounded queue in which a site may wait with as much as is still free: alone
 * it gets half, and there is always room for one more ("dynamic thresholds",
 * Choudhury and Hahne 1998). What waits is taken from all sites in equal parts.
 */
export function fairQueue<Item>(bounds: Bounds): FairQueue<Item> {
  const { waitMs = Number.POSITIVE_INFINITY, now = () => performance.now() } =
    bounds;
  /** In the order in which their turns come. */
  const lanes = new Map<string, Lane<Item>>();
  let length = 0;
  let total = 0;

  /** Moves a site's first items into the group, up to its share but one at least; answers their weight. Its next turn comes after everybody else's. */
  function moveTo(
    group: Item[],
    site: string,
    lane: Lane<Item>,
    share: number,
  ) {
    let count = 0;
    let weight = 0;
    for (const one of lane.items) {
      if (weight >= share) break;
      group.push(one.item);
      weight += one.weight;
      count += 1;
    }
    lane.items.splice(0, count);
    lane.weight -= weight;
    lanes.delete(site);
    if (lane.items.length) lanes.set(site, lane);
    return weight;
  }

  return {
    get length() {
      return length;
    },
    add(item, { site, weight }) {
      const lane = lanes.get(site) ?? { items: [], weight: 0 };
      if (lane.weight + weight > bounds.waiting - total) return false;
      const at = now();
      const [first] = lane.items;
      if (first && lane.weight >= bounds.group && at - first.at > waitMs)
        return false;
      lanes.set(site, lane);
      lane.items.push({ item, weight, at });
      lane.weight += weight;
      total += weight;
      length += 1;
      return true;
    },
    take(room = bounds.group) {
      const group: Item[] = [];
      while (lanes.size && room > 0) {
        const share = Math.max(1, Math.floor(room / lanes.size));
        for (const [site, lane] of [...lanes]) {
          if (room <= 0) break;
          const weight = moveTo(group, site, lane, share);
          room -= weight;
          total -= weight;
        }
      }
      length -= group.length;
      return group;
    },
  };
}
