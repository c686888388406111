import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { asList, isKidOf, readableAt, type Comparison } from './comparison.ts';
import { changedKeys, sameValue } from './equal.ts';
import { judgeAppearance, judgeField } from './field-rules.ts';
import type { Role } from './roles.ts';
import { isStructureExtended } from './structure-rules.ts';
import { dictOf, isDict, isName, isRef, nameOf, type PdfDict, type PdfValue } from './values.ts';

const actions = new Set(['OpenAction', 'AA', 'Names', 'URI', 'A']);

/** Whether an object of this role may have changed as it did. */
export function judgeChange(comparison: Comparison, role: Role, num: number): Finding[] {
  const before = readableAt(comparison.old, num);
  const after = readableAt(comparison.now, num);
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
      return isExtended(withoutPictures(before), withoutPictures(after)) ? [] : [finding('appearance-changed', 'DR')];
    case 'form-pictures':
      return [];
    case 'field':
      return judgeField(comparison, num, before, after, judgeFieldList);
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
    case 'structure':
      return isStructureExtended(before, after) ? [] : [finding('changed-after-signing', `structure ${num}`)];
    case 'other':
      return [finding('changed-after-signing', `object ${num}`)];
  }
}

function judgeCatalog(comparison: Comparison, before: PdfValue, after: PdfValue): Finding[] {
  if (!isDict(before) || !isDict(after)) return [finding('changed-after-signing', 'Root')];
  const { old, now } = comparison;
  return changedKeys(before, after).flatMap((key) => {
    if (key === 'DSS' || key === 'Extensions' || key === 'Version' || key === 'MarkInfo') return [];
    if (key === 'StructTreeRoot' && isStructureExtended(old.resolve(before.get(key)), now.resolve(after.get(key))))
      return [];
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
      return !former.has(key) ||
        isExtended(withoutPictures(old.resolve(former.get(key))), withoutPictures(now.resolve(after.get(key))))
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

/**
 * Pictures among the form's resources are drawn by no field: an appearance has those that it names itself (ISO 32000-2
 * §7.8.3), and from here text fields take fonts (§12.7.4.3). PDFBox puts there what the newest signature shows.
 */
const withoutPictures = (resources: PdfValue): PdfValue =>
  isDict(resources) ? new Map([...resources].filter(([key]) => key !== 'XObject')) : resources;

/** Former entries stay; what is new must be a signature field, and show nothing unless it holds a signature. */
function judgeFieldList(comparison: Comparison, before: PdfValue, after: PdfValue): Finding[] {
  const [former, latter] = [asList(before), asList(after)];
  if (!former.every((one) => latter.some((other) => sameValue(one, other))))
    return [finding('changed-after-signing', 'Fields')];
  const added = latter.filter((one) => !former.some((other) => sameValue(one, other)));
  return added.flatMap((one) => judgeNewField(comparison, one));
}

function judgeNewField({ now, permissions }: Comparison, field: PdfValue): Finding[] {
  const dict = now.resolve(field);
  const isSignature = isDict(dict) && isName(now.resolve(dict.get('FT')), 'Sig');
  const value = isSignature ? now.resolve(dict.get('V')) : null;
  if (!isSignature || (!isDict(value) && hasLooks(dict))) return [finding('changed-after-signing', 'field')];
  const isTimestamp = isDict(value) && isName(now.resolve(value.get('SubFilter')), 'ETSI.RFC3161');
  return permissions.certified === 1 && !isTimestamp ? [finding('certification-violated')] : [];
}

function judgePage(comparison: Comparison, before: PdfValue, after: PdfValue): Finding[] {
  if (!isDict(before) || !isDict(after)) return [finding('pages-changed')];
  const { old, now } = comparison;
  return changedKeys(before, after).flatMap((key) => {
    if (key === 'Annots')
      return judgeAnnotations(comparison, old.resolve(before.get(key)), now.resolve(after.get(key)));
    if (key === 'Metadata' || key === 'LastModified' || key === 'PieceInfo') return [finding('metadata-changed')];
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

/** An appearance, or the colours and captions from which a viewer draws one. */
const hasLooks = (widget: PdfDict): boolean => widget.has('AP') || widget.has('MK');

/** A widget of a former field that nobody placed before would be a new picture on the page. */
function judgeNewWidget(comparison: Comparison, widget: PdfDict): Finding[] {
  const { now } = comparison;
  const parent = now.resolve(widget.get('Parent'));
  const value = now.resolve(widget.get('V') ?? (isDict(parent) ? parent.get('V') : undefined));
  if (!isDict(value) && hasLooks(widget)) return annotationChange(comparison, 'Annots');
  return widget.has('A') || widget.has('AA') ? [finding('action-added', 'Annots')] : [];
}

/** Comments are allowed only where a certification allows them (P=3). */
const annotationChange = ({ permissions }: Comparison, detail: string): Finding[] =>
  permissions.certified === 3 ? [finding('form-filled', detail)] : [finding('annotation-added', detail)];
