import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { asList, isKidOf, type Comparison } from './comparison.ts';
import { changedKeys, sameValue } from './equal.ts';
import type { PdfFile } from './file.ts';
import type { FormField } from './form.ts';
import { dictOf, isDict, isRef, type PdfValue } from './values.ts';

/** What signing an empty field writes, and what it may add to a field that was only sketched. */
const signingKeys = new Set(['V', 'M', 'DA', 'Ff', 'Lock', 'SV']);
/** How and where a signature shows itself; a field that stays empty must not begin to show something. */
const showingKeys = new Set(['AP', 'AS', 'MK', 'F', 'Rect']);
const addedBySigning = new Set(['P', 'Type', 'Subtype', 'Border', 'BS', 'H', 'StructParent', 'DR', 'TU', 'Q']);
/** What filling in a field writes. */
const fillingKeys = new Set(['V', 'AP', 'AS', 'M', 'I', 'TI', 'RV', 'DA', 'DS', 'Q', 'Ff']);

/** `judgeKids` judges fields that were added below this one. */
export function judgeField(
  comparison: Comparison,
  num: number,
  before: PdfValue,
  after: PdfValue,
  judgeKids: (comparison: Comparison, before: PdfValue, after: PdfValue) => Finding[],
): Finding[] {
  if (!isDict(before) || !isDict(after)) return [finding('changed-after-signing', `field ${num}`)];
  const { old, permissions } = comparison;
  const former = fieldOf(comparison.oldFields, old, num);
  const keys = changedKeys(before, after);
  const isSignature = former?.type === 'Sig';
  const wasSigned = isSignature && isDict(old.resolve(former.value));
  if (wasSigned) return [finding('changed-after-signing', `signature field ${former.name}`)];
  if (isSignature) {
    const isSigned = isSignedNow(comparison, former);
    const isOdd = keys.some(
      (key) =>
        !signingKeys.has(key) && !(isSigned && showingKeys.has(key)) && !(addedBySigning.has(key) && !before.has(key)),
    );
    if (isOdd) return [finding('changed-after-signing', `signature field ${former.name}`)];
    return permissions.certified === 1 ? [finding('certification-violated')] : [];
  }
  if (keys.length === 1 && keys[0] === 'Kids')
    return judgeKids(comparison, old.resolve(before.get('Kids')), comparison.now.resolve(after.get('Kids')));
  // Read-only flags follow the locks of later signatures.
  if (keys.length === 1 && keys[0] === 'Ff') return [];
  if (keys.includes('A') || keys.includes('AA')) return [finding('action-added', `field ${num}`)];
  if (keys.some((key) => !fillingKeys.has(key)))
    return [finding('changed-after-signing', `field ${former?.name ?? num}`)];
  return judgeFilling(comparison, num);
}

const isSignedNow = ({ now, newFields }: Comparison, { name }: FormField): boolean =>
  isDict(now.resolve(newFields.find((field) => field.name === name)?.value));

/** A form value may change where nothing forbids it; its looks may change only along with it. */
function judgeFilling(comparison: Comparison, num: number): Finding[] {
  const { old, now, permissions } = comparison;
  const former = fieldOf(comparison.oldFields, old, num);
  if (!former) return [finding('changed-after-signing', `field ${num}`)];
  const latter = comparison.newFields.find(({ name }) => name === former.name);
  const isChanged =
    !sameValue(old.resolve(former.value), now.resolve(latter?.value)) ||
    !sameValue(former.dict.get('AS'), latter?.dict.get('AS'));
  if (!isChanged) return [finding('appearance-changed', former.name)];
  if (permissions.certified === 1) return [finding('certification-violated', former.name)];
  return [finding(permissions.isLocked(former.name) ? 'form-locked-changed' : 'form-filled', former.name)];
}

/** The field that an object is, or is a widget of. */
const fieldOf = (fields: FormField[], file: PdfFile, num: number): FormField | undefined =>
  fields.find((field) => field.at?.num === num || isKidOf(file, field, num));

/** An appearance stream rewritten in place: whose is it, and did that field's value change? */
export function judgeAppearance(comparison: Comparison, num: number): Finding[] {
  const { old } = comparison;
  const owners = comparison.oldFields.filter((field) => {
    const widgets = [
      field.dict,
      ...asList(old.resolve(field.dict.get('Kids'))).flatMap((kid) => dictOf(old.resolve(kid)) ?? []),
    ];
    return widgets.some((widget) => reaches(old, widget.get('AP') ?? null, num, 0));
  });
  if (owners.length === 0) return [finding('page-content-changed', `object ${num}`)];
  return owners.flatMap((owner) => {
    const { at, name, type, value } = owner;
    if (type !== 'Sig' && at) return judgeFilling(comparison, at.num);
    const isBeingSigned = type === 'Sig' && !isDict(old.resolve(value)) && isSignedNow(comparison, owner);
    return isBeingSigned ? [] : [finding('appearance-changed', name)];
  });
}

function reaches(file: PdfFile, value: PdfValue, num: number, depth: number): boolean {
  if (depth > 8) return false;
  if (isRef(value)) return value.num === num || reaches(file, file.resolve(value), num, depth + 1);
  if (Array.isArray(value)) return value.some((one) => reaches(file, one, num, depth + 1));
  const dict = dictOf(value);
  return dict !== undefined && [...dict.values()].some((one) => reaches(file, one, num, depth + 1));
}
