import { spawn } from 'node:child_process';

/** An error whose message tells a person everything; its stack would only be noise. */
export class PlainError extends Error {}

/** Progress goes to the error stream: the output of a command may be read by another program. */
export const say = (text) => console.error(text);

/** Runs a long step with a line of progress now and then; its own output is shown only when it fails. */
export function runQuietly(text, program, args, options) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`${text} …`);
  const ticker = setInterval(() => say(`  … ${seconds()} s`), 20_000);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    child.on('error', (error) => reject(new PlainError(`${text}: ${program} does not run (${error.message}).`)));
    child.on('exit', (code) => {
      if (code === 0) resolve(seconds());
      else reject(new PlainError(`${output.trim()}\n\n${text}: failed. The lines above say why.`));
    });
  }).finally(() => clearInterval(ticker));
}
