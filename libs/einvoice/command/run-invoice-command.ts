import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { judgeFiles } from './judge-files.ts';

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
    asText: io.stdout.isTTY === true && !flags.includes('--json'),
  };
  let status = 0;
  const failed = (path: string, message: string) => {
    io.stderr.write(`${path}: ${message}\n`);
    status = 2;
  };
  for await (const judged of judgeFiles(await filesAt(paths, failed), options)) {
    if ('error' in judged) {
      failed(judged.file, judged.error);
      continue;
    }
    io.stdout.write(judged.text);
    if (!judged.valid && status === 0) status = 1;
  }
  return status;
}

/** The files named, and those in the folders named, in order; what cannot be opened is told. */
async function filesAt(paths: string[], failed: (path: string, message: string) => void): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    try {
      for await (const file of filesUnder(path)) files.push(file);
    } catch (error) {
      failed(path, (error as Error).message);
    }
  }
  return files;
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
