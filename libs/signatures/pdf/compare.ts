import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { judgeChange } from './change-rules.ts';
import { readableAt, type Comparison } from './comparison.ts';
import { sameValue } from './equal.ts';
import type { PdfFile } from './file.ts';
import { fieldsOf } from './form.ts';
import { isWhite } from './lexer.ts';
import { permissionsOf } from './permissions.ts';
import { rolesOfThese } from './roles.ts';
import { isRef, type PdfDict } from './values.ts';

/**
 * What was changed between a signed revision and the present document, judged by what each changed object is to the
 * document (signatures.md §4.3; ISO 32000-2 §12.8.2). Both revisions are read through their own cross-references; an
 * object that only looks rewritten is not a change.
 */
export function compareRevisions(old: PdfFile, now: PdfFile, signature: PdfDict): Finding[] {
  const since = now.sections.findIndex(({ offset }) => offset === old.sections[0]!.offset);
  const end = since === 0 ? old.limit : endOfLastRevision(now);
  const findings = isBlank(now.bytes, end, now.limit) ? [] : [finding('bytes-after-revision')];
  if (since === 0) return findings;
  const [oldRoot, newRoot] = [old.trailer.get('Root'), now.trailer.get('Root')];
  if (!sameValue(oldRoot, newRoot)) return [...findings, finding('changed-after-signing', 'Root')];
  if (now.trailer.has('Encrypt') !== old.trailer.has('Encrypt')) return [finding('changed-after-signing', 'Encrypt')];

  const numbers = new Set(now.sections.slice(0, since).flatMap(({ entries }) => [...entries.keys()]));
  const touched = [...numbers].filter((num) => {
    return old.entry(num) !== undefined && !sameValue(readableAt(old, num), readableAt(now, num));
  });
  if (!sameValue(old.trailer.get('Info'), now.trailer.get('Info'))) findings.push(finding('metadata-changed'));
  if (touched.length === 0) return [...findings, finding('later-signature')];

  const fields = fieldsOf(old);
  const own = fields.find(({ value }) => sameValue(old.resolve(value), signature));
  const comparison: Comparison = {
    old,
    now,
    permissions: permissionsOf(old, signature, own?.lock),
    oldFields: fields,
    newFields: fieldsOf(now),
  };
  const info = old.trailer.get('Info');
  const roles = rolesOfThese(old, touched);
  for (const num of touched) {
    if (isRef(info) && info.num === num) findings.push(finding('metadata-changed'));
    for (const role of roles.get(num) ?? []) findings.push(...judgeChange(comparison, role, num));
  }
  return [...findings, finding('later-signature')];
}

/** Behind the `%%EOF` that follows the last `startxref`. */
function endOfLastRevision({ bytes, limit }: PdfFile): number {
  const tail = Math.max(0, limit - 2048);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset + tail, limit - tail);
  const end = buffer.indexOf('%%EOF', buffer.lastIndexOf('startxref'));
  return end < 0 ? limit : tail + end + 5;
}

export function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isWhite(bytes[at])) return false;
  return true;
}
