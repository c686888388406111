import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** A refusal whose text tells the person everything; it is printed without a stack. */
export class PlainError extends Error {}

/** One subcommand: what it is for, how it is called, and the deed. `run` answers the exit code. */
export interface Command {
  summary: string;
  usage: string;
  run: (argv: string[]) => Promise<number>;
}

const always = { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } } as const;

/** Reads a subcommand's options; every one knows --json. An unknown option is refused in plain words. */
export function readArguments<T extends ParseArgsOptionsConfig>(argv: string[], options: T) {
  try {
    return parseArgs({ args: argv, options: { ...options, ...always }, allowPositionals: true });
  } catch (error) {
    throw new PlainError((error as Error).message);
  }
}

/** Prints the result for a program or for a person. */
export function printResult(json: boolean | undefined, result: object, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${text}\n`);
}
