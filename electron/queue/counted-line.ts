import { compareOrdered, type Ordered, type WaitingTicket } from './calling-order';

/** People in a block, at most; one that grows past it becomes two. */
const blockSize = 32;

interface Block<Ticket extends WaitingTicket> {
  readonly people: Ordered<Ticket>[];
  /** How many of them wait for each service. */
  readonly ofService: Map<number, number>;
}

/**
 * Those of one class in their order (`compareOrdered`), in blocks that know how many they hold for each service: who
 * comes, who goes and how many stand before somebody cost a block and the number of blocks, not the whole line.
 */
export class CountedLine<Ticket extends WaitingTicket> implements Iterable<Ordered<Ticket>> {
  #blocks: Block<Ticket>[] = [];
  #length = 0;

  /** Of people who stand in their order already. */
  constructor(sorted: readonly Ordered<Ticket>[] = []) {
    for (let at = 0; at < sorted.length; at += blockSize) {
      this.#blocks.push(blockOf(sorted.slice(at, at + blockSize)));
    }
    this.#length = sorted.length;
  }

  get length(): number {
    return this.#length;
  }

  *[Symbol.iterator](): Generator<Ordered<Ticket>, undefined> {
    for (const { people } of this.#blocks) yield* people;
  }

  /** Puts somebody in their place. */
  add(ordered: Ordered<Ticket>): void {
    this.#length += 1;
    const at = Math.min(this.#blockFor(ordered), this.#blocks.length - 1);
    const block = this.#blocks[at];
    if (!block) {
      this.#blocks.push(blockOf([ordered]));
      return;
    }
    block.people.splice(placeOf(block.people, ordered, compareOrdered), 0, ordered);
    count(block.ofService, ordered.ticket.serviceId, 1);
    if (block.people.length <= blockSize) return;
    const later = block.people.splice(blockSize / 2);
    this.#blocks.splice(at, 1, blockOf(block.people), blockOf(later));
  }

  /** Takes away who stands in this place; false where somebody else does. */
  remove(ordered: Ordered<Ticket>): boolean {
    const at = this.#blockFor(ordered);
    const block = this.#blocks[at];
    const place = block ? placeOf(block.people, ordered, compareOrdered) : 0;
    const gone = block?.people[place];
    if (!block || gone?.ticket.ticketId !== ordered.ticket.ticketId) return false;
    this.#length -= 1;
    block.people.splice(place, 1);
    count(block.ofService, gone.ticket.serviceId, -1);
    if (block.people.length === 0) this.#blocks.splice(at, 1);
    return true;
  }

  /** How many stand before this place. */
  placeOf(ordered: Ordered<Ticket>): number {
    const at = this.#blockFor(ordered);
    const block = this.#blocks[at];
    const before = this.#blocks.slice(0, at).reduce((sum, { people }) => sum + people.length, 0);
    return before + (block ? placeOf(block.people, ordered, compareOrdered) : 0);
  }

  /** Adds to `people` how many of the first so many wait for each service. */
  countFirst(places: number, people: Map<number, number>): void {
    let left = places;
    for (const block of this.#blocks) {
      if (left <= 0) return;
      if (block.people.length <= left) {
        for (const [serviceId, number] of block.ofService) count(people, serviceId, number);
      } else {
        for (const { ticket } of block.people.slice(0, left)) count(people, ticket.serviceId, 1);
      }
      left -= block.people.length;
    }
  }

  /** The first block whose last one isn't before this place; the number of blocks where all are. */
  #blockFor(ordered: Ordered<Ticket>): number {
    return placeOf(this.#blocks, ordered, ({ people }, place) => {
      const last = people.at(-1);
      return last ? compareOrdered(last, place) : -1;
    });
  }
}

function blockOf<Ticket extends WaitingTicket>(people: Ordered<Ticket>[]): Block<Ticket> {
  const ofService = new Map<number, number>();
  for (const { ticket } of people) count(ofService, ticket.serviceId, 1);
  return { people, ofService };
}

/** Takes a service out where nobody is left: who is counted is who stands there. */
function count(people: Map<number, number>, serviceId: number, change: number): void {
  const now = (people.get(serviceId) ?? 0) + change;
  if (now > 0) people.set(serviceId, now);
  else people.delete(serviceId);
}

/** The first place in a sorted list whose item isn't before the one looked for. */
export function placeOf<Item, Sought>(
  sorted: readonly Item[],
  sought: Sought,
  compare: (item: Item, sought: Sought) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, sought) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
