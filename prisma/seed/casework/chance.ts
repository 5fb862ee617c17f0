/** Chance that falls the same way every time for the same seed. */
export class Chance {
  private state: number;

  constructor(seed: string) {
    // FNV-1a: one number from the seed's letters.
    this.state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5);
  }

  /** At least 0 and below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from the first to the last, both possible. */
  between(first: number, last: number): number {
    return first + Math.floor(this.next() * (last - first + 1));
  }

  /** Whether something happens that happens so often, from 0 to 1. */
  happens(often: number): boolean {
    return this.next() < often;
  }

  /** A time of day within some hours, as "09:41". */
  time(firstHour: number, lastHour: number): string {
    return `${String(this.between(firstHour, lastHour)).padStart(2, "0")}:${String(this.between(0, 59)).padStart(2, "0")}`;
  }

  pick<Item>(from: readonly Item[]): Item {
    const found = from[Math.floor(this.next() * from.length)];
    if (found === undefined) throw new RangeError("There is nothing to pick from.");
    return found;
  }

  /** One of some things, each as likely as its weight. */
  weighted<Item>(from: readonly (readonly [Item, number])[]): Item {
    let left = this.next() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of from) {
      left -= weight;
      if (left < 0) return item;
    }
    return from[from.length - 1]![0];
  }

  /** Some different things, in their order. */
  some<Item>(from: readonly Item[], count: number): Item[] {
    const order = from.map((item, at) => ({ item, at, by: this.next() })).sort((a, b) => a.by - b.by).slice(0, count);
    return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
  }
}
