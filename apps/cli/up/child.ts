import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from '../postgres/processes.ts';

export interface Part {
  name: string;
  /** The compiled program. */
  program: string;
  env: NodeJS.ProcessEnv;
  /** Answers 200 when the part can serve. */
  readyUrl: string;
}

/** One process of the product: started, watched, started again when it dies, stopped. */
export class Child {
  readonly part: Part;
  private readonly logFile: string;
  private process?: ChildProcess;
  private stopping = false;
  private failures = 0;
  private readonly say: (text: string) => void;

  constructor(part: Part, logs: string, say: (text: string) => void) {
    this.part = part;
    this.say = say;
    this.logFile = join(logs, `${part.name}.log`);
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  start(): void {
    keepLogSmall(this.logFile);
    const log = openSync(this.logFile, 'a', 0o600);
    const guard = join(import.meta.dirname, 'child-guard.js');
    const began = Date.now();
    // Without source maps: reading them takes a sixth of the start, and the compiled code reads like its source.
    this.process = spawn(process.execPath, ['--import', guard, this.part.program], {
      env: this.part.env,
      stdio: ['ignore', log, log, 'ipc'],
      // Ctrl-C reaches only `up`, which stops the parts in their order.
      detached: true,
    });
    closeSync(log);
    this.process.on('exit', (code, signal) => {
      this.process = undefined;
      if (!this.stopping) void this.startAgain(signal ?? `code ${code}`, Date.now() - began);
    });
  }

  /** True when the part serves; false when it did not within the time given. */
  async isReadyWithin(milliseconds: number): Promise<boolean> {
    const until = Date.now() + milliseconds;
    while (Date.now() < until && !this.stopping) {
      const answer = await fetch(this.part.readyUrl, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) return true;
      await pause(100);
    }
    return false;
  }

  /** Lets it finish what it is doing; after 15 seconds it is ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.process;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(late);
  }

  /** For somebody who pressed Ctrl-C a second time. */
  kill(): void {
    this.process?.kill('SIGKILL');
  }

  lastLines(): string {
    const text = existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
    return text.trimEnd().split('\n').slice(-12).join('\n');
  }

  /** Waits longer each time it fails soon after starting: 0.5 s, 1 s, 2 s … 30 s. */
  private async startAgain(why: string, lived: number): Promise<void> {
    this.failures = lived > 60_000 ? 0 : this.failures + 1;
    const wait = Math.min(30_000, 250 * 2 ** this.failures);
    this.say(`${this.part.name} stopped by itself (${why}); starting it again. Its log: ${this.logFile}`);
    if (this.failures === 1 || this.failures === 4) this.say(this.lastLines());
    await pause(wait);
    if (!this.stopping) this.start();
  }
}

/** One earlier log is kept. */
function keepLogSmall(file: string): void {
  if (existsSync(file) && statSync(file).size > 20_000_000) renameSync(file, `${file}.1`);
}
