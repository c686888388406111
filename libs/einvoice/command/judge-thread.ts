import { parentPort, workerData } from 'node:worker_threads';
import { type JudgeOptions, type Judged, judgeFile } from './judge-file.ts';

/** A thread of judge-files.ts: a list of files comes in, their verdicts go out, one list after another. */
let before: Promise<unknown> = Promise.resolve();

parentPort!.on('message', (files: string[]) => {
  before = before.then(async () => {
    const judged: Judged[] = [];
    for (const file of files) judged.push(await judgeFile(file, workerData as JudgeOptions));
    parentPort!.postMessage(judged);
  });
});
