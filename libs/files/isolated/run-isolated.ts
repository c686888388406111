import { Worker } from 'node:worker_threads';
import { LIMITS } from '../limits.ts';
import type { Tasks } from './tasks.ts';

/** The isolated thread did not come to an end in time, or died (out of memory): the content is to blame. */
export class IsolationEnded extends Error {}

const THREADS = 2;
const waiting: (() => void)[] = [];
const idle: Worker[] = [];
let running = 0;

/**
 * Runs a task on content from strangers in a thread of its own with bounded heap and time: whatever the content does to a
 * parser, this process goes on. At most two at once; the others wait their turn.
 * @throws IsolationEnded when time or memory is over; Error as the task threw it
 */
export async function runIsolated<Name extends keyof Tasks>(
  task: Name,
  input: Parameters<Tasks[Name]>[0],
  seconds: number,
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  if (running >= THREADS) await new Promise<void>((turn) => waiting.push(turn));
  else running += 1;
  const worker = idle.pop() ?? startWorker();
  worker.ref();
  try {
    const answer = await ask(worker, { task, input }, seconds);
    worker.unref();
    idle.push(worker);
    if ('error' in answer) throw new Error(answer.error);
    return answer.result as Awaited<ReturnType<Tasks[Name]>>;
  } catch (error) {
    if (error instanceof IsolationEnded) await worker.terminate();
    throw error;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Ends the waiting threads; the process may stop. */
export async function endIsolation(): Promise<void> {
  await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
}

type Answer = { result: unknown } | { error: string };

function startWorker(): Worker {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMb },
    stdout: true,
    stderr: true,
  });
  // A thread that dies while idle is not an event; the next task starts another.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  });
  return worker;
}

function ask(worker: Worker, message: { task: string; input: object }, seconds: number): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const answered = (answer: Answer) => end(() => resolve(answer));
    const failed = (error: Error) => end(() => reject(new IsolationEnded(error.message)));
    const ended = () => end(() => reject(new IsolationEnded('The thread ended.')));
    const timer = setTimeout(() => end(() => reject(new IsolationEnded('Time is over.'))), seconds * 1000);
    // One by one: removing all would take the worker's own listeners too, and it would be silent from then on.
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed).off('exit', ended);
      settle();
    };
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(message);
  });
}
