import { readFile, stat } from 'node:fs/promises';
import { limits } from '../limits.ts';
import type { Recognition } from '../recognise/recognition.ts';
import { recognise } from '../recognise/recognise.ts';
import { refused } from '../recognise/recognise-xml.ts';
import { Refusal } from '../refusal.ts';
import type { ValidationOptions } from '../rules/validate.ts';

export interface JudgeOptions extends ValidationOptions {
  /** A text for people instead of a line of JSON. */
  asText: boolean;
}

/** What is printed about a file, or why it cannot be opened. */
export type Judged = { file: string; text: string; valid: boolean } | { file: string; error: string };

/** One file judged; one that cannot be opened does not stop the rest. */
export async function judgeFile(file: string, { asText, ...options }: JudgeOptions): Promise<Judged> {
  try {
    const verdict = verdictOf(file, await recogniseFile(file, options));
    return { file, text: asText ? textOf(verdict) : `${JSON.stringify(verdict)}\n`, valid: verdict.valid };
  } catch (error) {
    return { file, error: (error as Error).message };
  }
}

async function recogniseFile(file: string, options: ValidationOptions): Promise<Recognition> {
  if ((await stat(file)).size > limits.bytes) {
    const refusal = new Refusal('too-large', 'Fails ir pārāk liels rēķinam.', 'The file is too large for an invoice.');
    return refused(refusal, file, 'other');
  }
  return recognise(await readFile(file), { fileName: file, ...options });
}

function verdictOf(file: string, found: Recognition) {
  const { syntax, document, specification, profile, machineReadable, source, reason, findings } = found;
  const valid = syntax !== null && !findings.some(({ severity }) => severity === 'fatal');
  return {
    file,
    syntax,
    document,
    specification,
    profile,
    class: found.class,
    machineReadable,
    valid,
    source,
    reason,
    findings,
  };
}

function textOf({
  file,
  valid,
  profile,
  specification,
  reason,
  findings,
  ...verdict
}: ReturnType<typeof verdictOf>): string {
  const kind = [verdict.syntax, verdict.document, profile ?? specification].filter(Boolean).join(', ');
  const lines = findings.map(
    ({ rule, severity, message, location }) =>
      `  ${severity === 'fatal' ? 'KĻŪDA' : 'brīdinājums'} ${rule} ${message.lv}\n      ${message.en}\n      ${location}`,
  );
  return [
    `${valid ? 'DERĪGS' : 'NEDERĪGS'} [${verdict.class}] ${file}${kind ? ` (${kind})` : ''}: ${reason.lv}`,
    ...lines,
    '',
  ].join('\n');
}
