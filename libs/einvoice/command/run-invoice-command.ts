import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { ValidationOptions } from '../rules/validate.ts';
import { recognise } from '../recognise/recognise.ts';
import { refused } from '../recognise/recognise-xml.ts';
import type { Recognition } from '../recognise/recognition.ts';

/** `process` fits. */
export interface CommandIo {
  stdout: { write(text: string): unknown; isTTY?: boolean };
  stderr: { write(text: string): unknown };
}

const usage = `Lietošana / usage: aprite invoice validate FILE… [--peppol] [--advice] [--json]

Pārbauda rēķinus pēc EN 16931 un, ja rēķins to apgalvo vai dots --peppol, pēc Peppol BIS Billing 3.0. FILE var būt arī mape.
Checks invoices against EN 16931 and, when the invoice claims it or --peppol is given, against Peppol BIS Billing 3.0.
--advice: arī padomi par to, kam Latvijā vērts pievērst uzmanību (LV-…) / also what deserves a look in Latvia (LV-…).
FILE may be a folder. Each file gives one line of JSON; on a terminal without --json, a text for people.
Exit status: 0 all valid, 1 some not, 2 wrong usage or a file that cannot be opened.
`;

const known = new Set(['--peppol', '--advice', '--json']);

/** `aprite invoice …`: the arguments after the word invoice. Answers the exit status. */
export async function runInvoiceCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  const [action, ...rest] = argv;
  const flags = rest.filter((each) => each.startsWith('--'));
  const paths = rest.filter((each) => !each.startsWith('--'));
  if (argv.includes('--help')) {
    io.stdout.write(usage);
    return 0;
  }
  if (action !== 'validate' || paths.length === 0 || flags.some((each) => !known.has(each))) {
    io.stderr.write(usage);
    return 2;
  }
  const options = {
    ...(flags.includes('--peppol') && { peppol: true }),
    advice: flags.includes('--advice'),
  };
  const asText = io.stdout.isTTY === true && !flags.includes('--json');
  let status = 0;
  const failed = (path: string, error: unknown) => {
    io.stderr.write(`${path}: ${(error as Error).message}\n`);
    status = 2;
  };
  /** A file that cannot be opened does not stop the rest. */
  const judge = (file: string) =>
    recogniseFile(file, options).then(
      (found) => verdictOf(file, found),
      (error: unknown) => failed(file, error),
    );
  for (const path of paths) {
    try {
      for await (const file of filesUnder(path)) {
        const verdict = await judge(file);
        if (!verdict) continue;
        io.stdout.write(asText ? textOf(verdict) : `${JSON.stringify(verdict)}\n`);
        if (!verdict.valid && status === 0) status = 1;
      }
    } catch (error) {
      failed(path, error);
    }
  }
  return status;
}

async function* filesUnder(path: string): AsyncGenerator<string> {
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
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
