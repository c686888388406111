import { log } from '#platform';
import { scanForViruses } from './adapters/clamd.ts';
import type { Finding } from './contract.ts';
import { findings } from './findings.ts';
import { runIsolated } from './isolated/run-isolated.ts';
import { LIMITS } from './limits.ts';

export interface Inspection {
  /** By content, never by what the sender says. */
  readonly mediaType: string;
  readonly findings: readonly Finding[];
}

interface InspectionSettings {
  readonly maxMb?: number | undefined;
  /** The address of the virus scanner, where there is one. */
  readonly clamd?: string | undefined;
}

/**
 * What a received file really is and what the clerk should know about it. Never throws because of the content: parsers run in
 * an isolated thread with bounded time and memory, archives are never inflated beyond a bound.
 */
export async function inspectFile(
  bytes: Uint8Array,
  name: string,
  { maxMb = Infinity, clamd }: InspectionSettings = {},
): Promise<Inspection> {
  const most = Math.min(maxMb, LIMITS.inspected / 1024 ** 2);
  const limit = bytes.length > most * 1024 ** 2 ? [findings.overLimit(String(most))] : [];
  const over = [...limit, ...(await scanned(bytes, clamd))];
  if (bytes.length > LIMITS.inspected) return { mediaType: 'application/octet-stream', findings: over };
  try {
    const inspected = await runIsolated('inspectContent', { bytes, name }, LIMITS.inspectSeconds);
    const special = name === 'winmail.dat' ? [findings.winmail()] : [];
    return { mediaType: inspected.mediaType, findings: [...over, ...inspected.findings, ...special] };
  } catch {
    return { mediaType: 'application/octet-stream', findings: [...over, findings.notInspected()] };
  }
}

/** What the virus scanner says, where one is configured. One that is away keeps nothing from being received. */
async function scanned(bytes: Uint8Array, clamd: string | undefined): Promise<Finding[]> {
  if (!clamd) return [];
  try {
    const virus = await scanForViruses(clamd, bytes);
    return virus ? [findings.virus(virus)] : [];
  } catch (error) {
    log.error({ err: error }, 'the virus scanner could not be asked');
    return [findings.notScanned()];
  }
}
