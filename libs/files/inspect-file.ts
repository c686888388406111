import type { Finding } from './contract.ts';
import { findings } from './findings.ts';
import { runIsolated } from './isolated/run-isolated.ts';
import { LIMITS } from './limits.ts';

export interface Inspection {
  /** By content, never by what the sender says. */
  readonly mediaType: string;
  readonly findings: readonly Finding[];
}

/**
 * What a received file really is and what the clerk should know about it. Never throws because of the content: parsers run in
 * an isolated thread with bounded time and memory, archives are never inflated beyond a bound.
 */
export async function inspectFile(bytes: Uint8Array, name: string, maxMb = Infinity): Promise<Inspection> {
  const over = bytes.length > maxMb * 1024 ** 2 ? [findings.overLimit(String(maxMb))] : [];
  if (bytes.length > LIMITS.inspected) {
    return { mediaType: 'application/octet-stream', findings: over.length ? over : [findings.notInspected()] };
  }
  try {
    const inspected = await runIsolated('inspectContent', { bytes, name }, LIMITS.inspectSeconds);
    const special = name === 'winmail.dat' ? [findings.winmail()] : [];
    return { mediaType: inspected.mediaType, findings: [...over, ...inspected.findings, ...special] };
  } catch {
    return { mediaType: 'application/octet-stream', findings: [...over, findings.notInspected()] };
  }
}
