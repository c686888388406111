import { syntaxOf } from '../model/parse-invoice.ts';
import { Refusal, reasonOf } from '../refusal.ts';
import type { Finding } from '../rules/finding.ts';
import { isOfPeppol } from '../rules/peppol/peppol.ts';
import { type ValidationOptions, validateTree } from '../rules/validate.ts';
import { decodeXml } from '../xml/decode.ts';
import type { Element } from '../xml/element.ts';
import { serialise } from '../xml/serialise.ts';
import { type Tree, parseTree } from '../xml/tree.ts';
import { claimsPeppol, isLineless, profileOf, specificationOf } from '../model/specification.ts';
import { type Recognition, type Source, unread } from './recognition.ts';

/** An XML file: UBL, CII, either of them in a Peppol envelope (SBDH), or something else. */
export function recogniseXml(
  bytes: Uint8Array,
  fileName: string | null,
  source: Source = 'xml',
  options: ValidationOptions = {},
): Recognition {
  let tree: Tree;
  try {
    tree = parseTree(decodeXml(bytes));
  } catch (error) {
    return refused(error, fileName, source);
  }
  const inside = tree.root.name === 'sbdh:StandardBusinessDocument' ? payloadOf(tree.root) : undefined;
  if (inside) return recogniseXml(new TextEncoder().encode(serialise(inside)), fileName, 'sbdh', options);
  const syntax = syntaxOf(tree);
  if (!syntax) return otherXml(tree.root, bytes, fileName, source);
  const specification = specificationOf(tree.root, syntax);
  const profile = profileOf(specification);
  let findings: Finding[];
  try {
    findings = validateTree(tree, options);
  } catch (error) {
    return refused(error, fileName, source);
  }
  const fatal = findings.filter(({ severity }) => severity === 'fatal');
  const peppolFatal = fatal.filter(({ rule }) => isOfPeppol(rule));
  const claims = claimsPeppol(specification);
  const en16931 = fatal.length === peppolFatal.length;
  const peppol = claims || options.peppol ? peppolFatal.length === 0 : null;
  return {
    ...unread(fileName),
    syntax,
    document: localName(tree.root),
    specification,
    profile,
    source,
    xml: bytes,
    findings,
    en16931,
    peppol,
    machineReadable: true,
    ...classOf(profile, source, en16931 && (!claims || peppolFatal.length === 0), fatal.length),
  };
}

function classOf(
  profile: string | null,
  source: Source,
  clean: boolean,
  fatal: number,
): Pick<Recognition, 'class' | 'reason'> {
  if (isLineless(profile)) {
    return {
      class: 'D',
      reason: {
        code: 'no-lines',
        lv: `Profilā ${profile} nav rēķina rindu, tāpēc tas nav EN 16931 rēķins.`,
        en: `The profile ${profile} has no invoice lines, so it is no EN 16931 invoice.`,
      },
    };
  }
  if (source === 'hybrid-pdf') {
    return {
      class: 'C',
      reason: {
        code: 'hybrid',
        lv: 'PDF ar iegultu rēķinu: mašīna to nolasa, bet tas nav likumā prasītais XML.',
        en: 'A PDF with the invoice embedded: a machine can read it, but it is not the XML the law asks for.',
      },
    };
  }
  if (clean) {
    return {
      class: 'A',
      reason: { code: 'compliant', lv: 'Rēķins atbilst EN 16931.', en: 'The invoice complies with EN 16931.' },
    };
  }
  return {
    class: 'B',
    reason: {
      code: 'with-errors',
      lv: `Strukturēts rēķins ar kļūdām (${fatal}).`,
      en: `A structured invoice with errors (${fatal}).`,
    },
  };
}

const payloadOf = (envelope: Element): Element | undefined =>
  envelope.children.find(({ name }) => name !== 'sbdh:StandardBusinessDocumentHeader');

const localName = ({ name }: Element): string => name.replace(/^\{.*\}|^\w+:/, '');

/** Invoices in XML that are not EN 16931, by the namespace of their root. */
const otherInvoices: [RegExp, string][] = [
  [/^\{urn:(ferd|un):.*CrossIndustry(Document|Invoice).*\}/i, 'ZUGFeRD 1'],
  [/^\{urn:ferd/i, 'ZUGFeRD 1'],
  [/fatturapa|fatture/i, 'FatturaPA'],
  [/facturae/i, 'Facturae'],
  [/ebinterface/i, 'ebInterface'],
  [/finvoice/i, 'Finvoice'],
];

function otherXml(root: Element, bytes: Uint8Array, fileName: string | null, source: Source): Recognition {
  const profile = otherInvoices.find(([pattern]) => pattern.test(root.name))?.[1] ?? null;
  return {
    ...unread(fileName),
    document: localName(root),
    profile,
    class: 'D',
    source,
    xml: bytes,
    machineReadable: profile !== null,
    reason: profile
      ? { code: 'other-invoice', lv: `${profile} nav EN 16931 rēķins.`, en: `${profile} is no EN 16931 invoice.` }
      : {
          code: 'other-xml',
          lv: `XML ar saknes elementu ${localName(root)} nav rēķins.`,
          en: `XML with the root ${localName(root)} is no invoice.`,
        },
  };
}

/** What cannot be read is kept as received; the reason says why. Broken XML is still XML, not a scan. */
export function refused(error: unknown, fileName: string | null, source: Source): Recognition {
  if (!(error instanceof Refusal)) throw error;
  return { ...unread(fileName), class: 'F', source, reason: reasonOf(error) };
}
