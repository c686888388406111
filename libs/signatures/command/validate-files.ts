import { cachingFetcher, fetcherAllowing } from '../network.ts';
import type { Report, SignatureReport } from '../report/types.ts';
import { loadTrust } from '../trust/load-trust.ts';
import { mergeTrust, type Trust } from '../trust/trust.ts';
import { validate } from '../validate.ts';
import { UsageError, type Arguments } from './arguments.ts';
import type { CommandIo } from './io.ts';

const AT_ONCE = 4;

/** One JSON object a line for each file, in the order given; a bad file never stops the rest. */
export async function validateFiles(args: Arguments, io: CommandIo): Promise<number> {
  const { words: files } = args;
  if (files.length === 0) throw new UsageError('no file given');
  const at = args.one('at') === undefined ? new Date() : new Date(args.one('at')!);
  if (Number.isNaN(at.getTime())) throw new UsageError('--at is not a time');
  const trust = await trustOf(args.all('trust'), at, io);
  const fetcher = cachingFetcher(fetcherAllowing(args.all('allow-host')));
  const lines: (string | undefined)[] = files.map(() => undefined);
  const verdicts: string[] = [];
  let next = 0;
  let printed = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < files.length; i = next++) {
      const report = await validate(files[i]!, { trust, at, fetcher, offline: args.has('offline') });
      verdicts[i] = report.verdict;
      lines[i] = args.has('json') ? JSON.stringify(shown(files[i]!, report)) : plain(files[i]!, report);
      for (; printed < files.length && lines[printed] !== undefined; printed++) {
        io.stdout.write(`${lines[printed]}\n`);
        lines[printed] = '';
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return verdicts.every((verdict) => verdict === 'accept') ? 0 : 1;
}

async function trustOf(paths: string[], at: Date, io: CommandIo): Promise<Trust> {
  const loaded = await Promise.all(paths.map((path) => loadTrust(path, at)));
  const trust = mergeTrust(loaded);
  for (const warning of trust.warnings) io.stderr.write(`${warning}\n`);
  return trust;
}

/** The documented fields, in the documented order. */
function shown(file: string, { format, signatures, container, verdict }: Report): unknown {
  return { file, format, signatures: signatures.map(signatureShown), container, verdict };
}

function signatureShown(signature: SignatureReport): unknown {
  const { format, level, indication, subIndication, signer, qualification } = signature;
  const { signingTime, bestSignatureTime, coversWholeDocument, signedFiles, errors, warnings } = signature;
  return {
    format,
    level,
    indication,
    subIndication,
    signer,
    qualification,
    signingTime,
    bestSignatureTime,
    coversWholeDocument,
    signedFiles,
    errors,
    warnings,
  };
}

function plain(file: string, { verdict, signatures, container }: Report): string {
  const lines = [`${file}: ${verdict}`];
  for (const { signer, level, format, bestSignatureTime, errors, warnings } of signatures) {
    lines.push(`  ${signer?.name ?? '?'} – ${format}-${level ?? '?'}, ${bestSignatureTime}`);
    lines.push(...[...errors, ...warnings].map(({ lv }) => `    ${lv}`));
  }
  lines.push(...[...container.errors, ...container.warnings].map(({ lv }) => `  ${lv}`));
  return lines.join('\n');
}
