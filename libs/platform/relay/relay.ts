import { InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { takeNextEntries } from '../journal/take-next-entries.ts';
import { log } from '../log.ts';
import type { JournalEntry } from './on-event.ts';
import { Subscribers } from './subscribers.ts';

export const EVENTS = 'events';

/** The channel on which API processes hear that the journal has grown. */
export const JOURNAL_CHANNEL = 'aprite_journal';

/** Moves committed journal entries to the queue, one job for each subscriber; several relays may race. */
@Injectable()
export class Relay implements OnApplicationShutdown {
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly subscribers: Subscribers,
    @InjectQueue(EVENTS) private readonly queue: Queue,
  ) {}

  async run(pause = 200) {
    for (const [name, pattern] of this.subscribers.schedules) {
      await this.queue.upsertJobScheduler(
        name,
        { pattern, tz: 'Europe/Riga' },
        { name, opts: { removeOnComplete: { age: 3600 } } },
      );
    }
    while (!this.stopped) {
      const moved = await this.moveBatch().catch((error: unknown) => {
        log.error({ err: error }, 'the relay could not move entries, trying again');
        return 0;
      });
      if (!moved) await new Promise((wake) => setTimeout(wake, pause));
    }
  }

  /** The queue is filled before the cursor moves: a crash between the two repeats jobs, never loses them. */
  async moveBatch(size = 200): Promise<number> {
    return this.dataSource.transaction(async (db) => {
      const entries = await takeNextEntries(db, 'relay', size);
      if (!entries.length) return 0;
      const jobs = entries.flatMap((entry) => this.subscribers.namesOf(entry.type).map((name) => jobFor(name, entry)));
      if (jobs.length) await this.queue.addBulk(jobs);
      await db.query(`select pg_notify($1, $2)`, [JOURNAL_CHANNEL, String(entries.at(-1)!.seq)]);
      return entries.length;
    });
  }

  /** Moves everything that waits and returns when its jobs have ended: for the seed and tests, which go on from the outcome. */
  async settle(): Promise<void> {
    for (;;) {
      const moved = await this.moveBatch();
      const { waiting, active, prioritized } = await this.queue.getJobCounts('waiting', 'active', 'prioritized');
      if (!moved && !waiting && !active && !prioritized && !(await this.isBehind())) return;
      await new Promise((wake) => setTimeout(wake, 20));
    }
  }

  /** Whether committed entries wait still: a transaction running anywhere on the server holds them back for a while. */
  private async isBehind(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ behind: boolean }[]>(
      `select exists (select from journal j
                       where (j.xid, j.seq) > (select r.xid, r.seq from journal_reader r where r.name = 'relay')) as behind`,
    );
    return row!.behind;
  }

  onApplicationShutdown() {
    this.stopped = true;
  }
}

const jobFor = (name: string, entry: JournalEntry) => ({
  name,
  data: entry,
  opts: {
    jobId: `${entry.id}-${name}`,
    attempts: 8,
    backoff: { type: 'exponential', delay: 1000 },
    removeOnComplete: { age: 86_400 },
  },
});

@Processor(EVENTS, { concurrency: 4 })
export class EventsProcessor extends WorkerHost {
  constructor(private readonly subscribers: Subscribers) {
    super();
  }

  override process({ name, data }: Job<JournalEntry>) {
    return this.subscribers.get(name)(data);
  }
}
