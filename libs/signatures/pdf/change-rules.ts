import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { changedKeys, sameValue } from './equal.ts';
import { valueAt, type PdfFile } from './file.ts';
import type { FormField } from './form.ts';
import type { Permissions } from './permissions.ts';
import type { Role } from './roles.ts';
import { dictOf, isDict, isName, isRef, nameOf, type PdfDict, type PdfValue } from './values.ts';

export interface Comparison {
  old: PdfFile;
  now: PdfFile;
  permissions: Permissions;
  oldFields: FormField[];
  newFields: FormField[];
}

const actions = new Set(['OpenAction', 'AA', 'Names', 'URI', 'A']);

/** Whether an object of this role may have changed as it did. */
export function judgeChange(comparison: Comparison, role: Role, num: number): Finding[] {
  const before = valueAt(comparison.old, num);
  const after = valueAt(comparison.now, num);
  switch (role) {
    case 'evidence':
      return [];
    case 'metadata':
      return [finding('metadata-changed')];
    case 'catalog':
      return judgeCatalog(comparison, before, after);
    case 'form':
      return judgeForm(comparison, before, after);
    case 'form-fields':
      return judgeFieldList(comparison, before, after);
    case 'form-resources':
      return isExtended(before, after) ? [] : [finding('appearance-changed', 'DR')];
    case 'field':
      return judgeField(comparison, num, before, after);
    case 'appearance':
      return judgeAppearance(comparison, num);
    case 'signature':
      return [finding('changed-after-signing', `signature ${num}`)];
    case 'page-tree':
      return isDict(after) && nameOf(after.get('Type')) === 'Page'
        ? judgePage(comparison, before, after)
        : [finding('pages-changed')];
    case 'page':
      return judgePage(comparison, before, after);
    case 'page-content':
      return [finding('page-content-changed', `object ${num}`)];
    case 'annotations':
      return judgeAnnotations(comparison, before, after);
    case 'annotation':
      return annotationChange(comparison, `object ${num}`);
    case 'action':
      return [finding('action-added', `object ${num}`)];
    case 'other':
      return [finding('changed-after-signing', `object ${num}`)];
  }
}

function judgeCatalog(comparison: Comparison, before: PdfValue, after: PdfValue): Finding[] {
  if (!isDict(before) || !isDict(after)) return [finding('changed-after-signing', 'Root')];
  const { old, now } = comparison;
  return changedKeys(before, after).flatMap((key) => {
    if (key === 'DSS' || key === 'Extensions' || key === 'Version') return [];
    if (key === 'Metadata') return [finding('metadata-changed')];
    if (key === 'AcroForm') return judgeForm(comparison, old.resolve(before.get(key)), now.resolve(after.get(key)));
    if (key === 'Pages') return [finding('pages-changed')];
    return [finding(actions.has(key) ? 'action-added' : 'changed-after-signing', key)];
  });
}

function judgeForm(comparison: Comparison, before: PdfValue, after: PdfValue): Finding[] {
  if (!isDict(after)) return [finding('changed-after-signing', 'AcroForm')];
  const { old, now } = comparison;
  const former: PdfDict = isDict(before) ? before : new Map();
  return changedKeys(former, after).flatMap((key) => {
    if (key === 'SigFlags') return [];
    if (key === 'Fields') return judgeFieldList(comparison, old.resolve(former.get(key)), now.resolve(after.get(key)));
    if (key === 'DR' || key === 'DA')
      return !former.has(key) || isExtended(old.resolve(former.get(key)), now.resolve(after.get(key)))
        ? []
        : [finding('appearance-changed', key)];
    if (key === 'NeedAppearances' && now.resolve(after.get(key)) !== true) return [];
    return [finding('changed-after-signing', `AcroForm ${key}`)];
  });
}

/** Every former entry is still there unchanged; dictionaries inside may have grown likewise. */
function isExtended(before: PdfValue, after: PdfValue): boolean {
  const [former, latter] = [dictOf(before), dictOf(after)];
  if (!former || !latter) return sameValue(before, after);
  return [...former].every(
    ([key, value]) =>
      sameValue(value, latter.get(key)) || (isDict(value) && isExtended(value, latter.get(key) ?? null)),
  );
}

const asList = (value: PdfValue): PdfValue[] => (Array.isArray(value) ? value : []);

/** Former entries stay; what is new must be a signature field that holds a signature. */
function judgeFieldList(comparison: Comparison, before: PdfValue, after: PdfValue): Finding[] {
  const [former, latter] = [asList(before), asList(after)];
  if (!former.every((one) => latter.some((other) => sameValue(one, other))))
    return [finding('changed-after-signing', 'Fields')];
  const added = latter.filter((one) => !former.some((other) => sameValue(one, other)));
  return added.flatMap((one) => judgeNewField(comparison, one));
}

function judgeNewField({ now, permissions }: Comparison, field: PdfValue): Finding[] {
  const dict = now.resolve(field);
  const value = isDict(dict) ? now.resolve(dict.get('V')) : null;
  const isSignature = isDict(dict) && isName(now.resolve(dict.get('FT')), 'Sig') && isDict(value);
  if (!isSignature) return [finding('changed-after-signing', 'field')];
  const isTimestamp = isName(now.resolve(value.get('SubFilter')), 'ETSI.RFC3161');
  return permissions.certified === 1 && !isTimestamp ? [finding('certification-violated')] : [];
}

function judgePage(comparison: Comparison, before: PdfValue, after: PdfValue): Finding[] {
  if (!isDict(before) || !isDict(after)) return [finding('pages-changed')];
  const { old, now } = comparison;
  return changedKeys(before, after).flatMap((key) => {
    if (key === 'Annots')
      return judgeAnnotations(comparison, old.resolve(before.get(key)), now.resolve(after.get(key)));
    if (key === 'Metadata' || key === 'LastModified') return [finding('metadata-changed')];
    if (key === 'Tabs') return [];
    if (key === 'AA') return [finding('action-added', key)];
    return [finding(key === 'Parent' ? 'pages-changed' : 'page-content-changed', key)];
  });
}

function judgeAnnotations(comparison: Comparison, before: PdfValue, after: PdfValue): Finding[] {
  const [former, latter] = [asList(before), asList(after)];
  if (!former.every((one) => latter.some((other) => sameValue(one, other))))
    return annotationChange(comparison, 'Annots');
  const added = latter.filter((one) => !former.some((other) => sameValue(one, other)));
  return added.flatMap((one) => {
    const annotation = comparison.now.resolve(one);
    const isField = isDict(annotation) && isName(comparison.now.resolve(annotation.get('Subtype')), 'Widget');
    const isKnown =
      isRef(one) &&
      comparison.newFields.some(
        (field) =>
          field.type === 'Sig' && isField && (field.at?.num === one.num || isKidOf(comparison.now, field, one.num)),
      );
    return isKnown && isField ? judgeNewWidget(comparison, annotation) : annotationChange(comparison, 'Annots');
  });
}

/** A widget of a former field that nobody placed before would be a new picture on the page. */
function judgeNewWidget(comparison: Comparison, widget: PdfDict): Finding[] {
  const { now } = comparison;
  const parent = now.resolve(widget.get('Parent'));
  const value = now.resolve(widget.get('V') ?? (isDict(parent) ? parent.get('V') : undefined));
  if (!isDict(value)) return annotationChange(comparison, 'Annots');
  return widget.has('A') || widget.has('AA') ? [finding('action-added', 'Annots')] : [];
}

const isKidOf = (file: PdfFile, { dict }: FormField, num: number): boolean =>
  asList(file.resolve(dict.get('Kids'))).some((kid) => isRef(kid) && kid.num === num);

/** Comments are allowed only where a certification allows them (P=3). */
const annotationChange = ({ permissions }: Comparison, detail: string): Finding[] =>
  permissions.certified === 3 ? [finding('form-filled', detail)] : [finding('annotation-added', detail)];

const valueKeys = new Set(['V', 'AP', 'AS', 'M', 'MK', 'I', 'TI', 'RV', 'DA', 'F', 'Ff']);
const pureValueKeys = new Set(['V', 'AP', 'AS', 'M', 'I', 'RV']);

function judgeField(comparison: Comparison, num: number, before: PdfValue, after: PdfValue): Finding[] {
  if (!isDict(before) || !isDict(after)) return [finding('changed-after-signing', `field ${num}`)];
  const { old, permissions } = comparison;
  const former = fieldOf(comparison.oldFields, old, num);
  const keys = changedKeys(before, after);
  const isSignature = former?.type === 'Sig';
  const wasSigned = isSignature && isDict(old.resolve(former.value));
  if (wasSigned) return [finding('changed-after-signing', `signature field ${former.name}`)];
  if (isSignature) {
    const isOdd = keys.some((key) => !valueKeys.has(key) && key !== 'Lock' && key !== 'SV');
    if (isOdd) return [finding('changed-after-signing', `signature field ${former.name}`)];
    return permissions.certified === 1 ? [finding('certification-violated')] : [];
  }
  if (keys.includes('Kids')) return [finding('changed-after-signing', `field ${num}`)];
  if (keys.includes('A') || keys.includes('AA')) return [finding('action-added', `field ${num}`)];
  if (keys.some((key) => !pureValueKeys.has(key)))
    return [finding('changed-after-signing', `field ${former?.name ?? num}`)];
  return judgeFilling(comparison, num);
}

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
function judgeAppearance(comparison: Comparison, num: number): Finding[] {
  const { old } = comparison;
  const owners = comparison.oldFields.filter((field) => {
    const widgets = [
      field.dict,
      ...asList(old.resolve(field.dict.get('Kids'))).flatMap((kid) => dictOf(old.resolve(kid)) ?? []),
    ];
    return widgets.some((widget) => reaches(old, widget.get('AP') ?? null, num, 0));
  });
  if (owners.length === 0) return [finding('page-content-changed', `object ${num}`)];
  return owners.flatMap(({ at, name, type }) => {
    if (type === 'Sig' || !at) return [finding('appearance-changed', name)];
    return judgeFilling(comparison, at.num);
  });
}

function reaches(file: PdfFile, value: PdfValue, num: number, depth: number): boolean {
  if (depth > 8) return false;
  if (isRef(value)) return value.num === num || reaches(file, file.resolve(value), num, depth + 1);
  if (Array.isArray(value)) return value.some((one) => reaches(file, one, num, depth + 1));
  const dict = dictOf(value);
  return dict !== undefined && [...dict.values()].some((one) => reaches(file, one, num, depth + 1));
}
