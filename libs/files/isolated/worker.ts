import { parentPort } from 'node:worker_threads';
import { tasks, type Tasks } from './tasks.ts';

/** The thread's loop: one task at a time; an error goes back as its message. Runs without the house: only relative imports here. */
parentPort!.on('message', ({ task, input }: { task: keyof Tasks; input: never }) => {
  tasks[task](input)
    .then((result) => parentPort!.postMessage({ result }))
    .catch((error: unknown) => parentPort!.postMessage({ error: String(error) }));
});

// A parser's stray rejection must not take the thread's other work with it; the task itself answers or runs out of time.
process.on('unhandledRejection', () => undefined);
