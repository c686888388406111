/** Lets only so many through at once: each holds a whole message or file in memory. */
class Gate {
  private readonly waiting: (() => void)[] = [];

  constructor(private places: number) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.places > 0) this.places -= 1;
    else await new Promise<void>((turn) => this.waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.places += 1;
    }
  }
}

/** The one gate of this process. */
export const gate = new Gate(2);
