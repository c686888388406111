import type { FindingCode } from '../report/findings.ts';
import type { ZipEntry } from './zip-entry.ts';

/** Names must be plain relative paths, each once; names that some system would take for the same are told. */
export function judgeNames(entries: ZipEntry[], note: (code: FindingCode, detail?: string) => void): void {
  const exact = new Set<string>();
  const folded = new Set<string>();
  for (const { name } of entries) {
    if (!isPlainPath(name)) note('container-name', printable(name));
    if (exact.has(name)) note('container-duplicate', printable(name));
    const fold = name.normalize('NFC').toLowerCase();
    if (!exact.has(name) && folded.has(fold)) note('container-similar-names', printable(name));
    exact.add(name);
    folded.add(fold);
  }
}

function isPlainPath(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name)) return false;
  // oxlint-disable-next-line no-control-regex -- control characters are just what must not be there
  if (/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(name)) return false;
  return !name.split('/').some((part) => part === '..' || part === '.');
}

// oxlint-disable-next-line no-control-regex -- they are replaced so that a report shows them
const printable = (name: string): string => name.replaceAll(/[\u0000-\u001f\u007f]/g, '�');
