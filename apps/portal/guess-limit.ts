const WINDOW_MS = 10 * 60_000;
const ALLOWED = 10;
/** Addresses remembered at most; the oldest are forgotten first. */
const REMEMBERED = 20_000;

interface Count {
  wrong: number;
  since: number;
}

/** Counts wrong codes by network: after ten in ten minutes no more are looked up for the rest of the ten. Lives in this process. */
export class GuessLimit {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly clock: () => number = Date.now) {}

  /** Seconds to wait; 0 when the network may ask. */
  secondsToWait(address: string): number {
    const count = this.current(networkOf(address));
    if (!count || count.wrong < ALLOWED) return 0;
    return Math.ceil((count.since + WINDOW_MS - this.clock()) / 1000);
  }

  wrong(address: string): void {
    const network = networkOf(address);
    const count = this.current(network) ?? { wrong: 0, since: this.clock() };
    this.counts.set(network, { ...count, wrong: count.wrong + 1 });
    if (this.counts.size > REMEMBERED) this.counts.delete(this.counts.keys().next().value!);
  }

  private current(network: string): Count | undefined {
    const count = this.counts.get(network);
    if (count && count.since + WINDOW_MS > this.clock()) return count;
    this.counts.delete(network);
    return undefined;
  }
}

/** An IPv6 household has a /64 of its own: its addresses count as one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const missing = plain.includes('::') ? 8 - groups.length - rest.length : 0;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...rest].slice(0, 4).join(':');
}
