import { existsSync, readFileSync } from 'node:fs';
import type { Verdict } from '#signatures';
import { beside } from './beside.ts';

/** Files of other implementations; they are not part of the repository and lie beside it where someone put them. */
export const samples = beside('shared/samples/');
export const hasSamples = existsSync(samples);

/** What each word of the lists of expectations allows. */
const verdicts: Record<string, Verdict[]> = {
  invalid: ['reject'],
  'invalid-mod': ['reject'],
  'invalid-trust': ['indeterminate'],
  'invalid-crypto': ['indeterminate'],
  limit: ['reject'],
  'no-crash': ['reject', 'error'],
  valid: ['accept'],
  'valid-B': ['accept'],
  'valid-T': ['accept'],
  warn: ['accept'],
  lenient: ['accept', 'reject'],
};

export interface Attack {
  file: string;
  path: string;
  /** The word of the list. */
  expected: string;
  verdicts: Verdict[];
}

/** Attacks and lawful oddities with the verdicts that they may get. */
export const attacks: Attack[] = (hasSamples ? ['expected-pdf.csv', 'expected-asice.csv'] : [])
  .flatMap((csv) => readFileSync(`${samples}attacks/${csv}`, 'utf8').trim().split('\n').slice(1))
  .map((line) => line.split(',') as [string, string])
  .map(([file, expected]) => ({ file, path: `${samples}attacks/${file}`, expected, verdicts: verdicts[expected]! }))
  .filter(({ path }) => existsSync(path));
