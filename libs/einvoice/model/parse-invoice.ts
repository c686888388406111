import { Refusal } from '../refusal.ts';
import { decodeXml } from '../xml/decode.ts';
import { type Tree, parseTree } from '../xml/tree.ts';
import type { Invoice } from './invoice.ts';
import { readCii } from './read-cii.ts';
import { readUbl } from './read-ubl.ts';

export type Syntax = 'UBL' | 'CII';

/** By namespace and name together: ZUGFeRD drafts also have a root called Invoice. */
const roots: Record<string, Syntax> = {
  'ubl:Invoice': 'UBL',
  'cn:CreditNote': 'UBL',
  'rsm:CrossIndustryInvoice': 'CII',
};

export const syntaxOf = ({ root }: Tree): Syntax | null => roots[root.name] ?? null;

export const treeOf = (xml: Uint8Array | string): Tree => parseTree(typeof xml === 'string' ? xml : decodeXml(xml));

/** XML bytes (UBL 2.1 or CII) to the model. Throws a Refusal when the bytes are no such invoice. */
export function parseInvoice(xml: Uint8Array | string): Invoice {
  return invoiceOf(treeOf(xml));
}

export function invoiceOf(tree: Tree): Invoice {
  const syntax = syntaxOf(tree);
  if (syntax === 'UBL') return readUbl(tree.root);
  if (syntax === 'CII') return readCii(tree.root);
  throw new Refusal(
    'not-an-invoice',
    `Šis XML nav UBL vai CII rēķins (saknes elements ${tree.root.name}).`,
    `This XML is not a UBL or CII invoice (root element ${tree.root.name}).`,
  );
}
