import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type JudgeOptions, type Judged, judgeFile } from './judge-file.ts';

/** Fewer files than this are judged before a thread has started. */
const worthThreads = 200;
const filesInChunk = 16;
/** So many chunks ahead of what is printed; more would only fill the memory. */
const chunksAhead = 8;

/** The verdicts on files in the order of the files; when there are many, on all processors. */
export async function* judgeFiles(
  files: readonly string[],
  options: JudgeOptions,
  threads = files.length < worthThreads ? 1 : availableParallelism(),
): AsyncGenerator<Judged> {
  if (threads > 1) yield* inThreads(files, options, threads);
  else for (const file of files) yield await judgeFile(file, options);
}

async function* inThreads(files: readonly string[], options: JudgeOptions, count: number): AsyncGenerator<Judged> {
  const threads = Array.from({ length: count }, () => new Thread(options));
  const judge = async (start: number, thread: Thread): Promise<Judged[]> => {
    const chunk = files.slice(start, start + filesInChunk);
    // A thread that died leaves its files to this one.
    return (await thread.judge(chunk)) ?? Promise.all(chunk.map((file) => judgeFile(file, options)));
  };
  try {
    const ahead: Promise<Judged[]>[] = [];
    for (let start = 0, chunk = 0; start < files.length || ahead.length > 0;) {
      while (start < files.length && ahead.length < chunksAhead * count) {
        ahead.push(judge(start, threads[chunk++ % count]!));
        start += filesInChunk;
      }
      yield* await ahead.shift()!;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** One thread and the chunks it has been given; it answers them in turn. */
class Thread {
  private readonly waiting: ((judged: Judged[] | undefined) => void)[] = [];
  private readonly worker: Worker;
  private isOver = false;

  constructor(options: JudgeOptions) {
    this.worker = new Worker(new URL('./judge-thread.js', import.meta.url), { workerData: options });
    this.worker.on('message', (judged: Judged[]) => this.waiting.shift()?.(judged));
    this.worker.on('error', () => this.giveUp());
    this.worker.on('exit', () => this.giveUp());
  }

  /** Undefined when the thread died. */
  judge(files: string[]): Promise<Judged[] | undefined> {
    if (this.isOver) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.worker.postMessage(files);
    });
  }

  end(): Promise<unknown> {
    return this.worker.terminate();
  }

  private giveUp(): void {
    this.isOver = true;
    for (const leave of this.waiting.splice(0)) leave(undefined);
  }
}
