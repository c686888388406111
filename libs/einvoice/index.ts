export type * from './model/invoice.ts';
export { type Syntax, parseInvoice } from './model/parse-invoice.ts';
export { writeUbl } from './model/write-ubl.ts';
export { advise } from './advice/advise.ts';
export { type Finding, type Message, type Severity } from './rules/finding.ts';
export { type ValidationOptions, ruleSet, validate } from './rules/validate.ts';
export { type ReadabilityClass, type Recognition, type Source } from './recognise/recognition.ts';
export { type RecognitionOptions, recognise, recogniseAll } from './recognise/recognise.ts';
export { claimsPeppol, profileOf } from './model/specification.ts';
export { type Reason, Refusal } from './refusal.ts';
export { renderInvoice } from './render/render-invoice.ts';
export { shownCategory, shownUnit } from './render/format.ts';
export { runInvoiceCommand } from './command/run-invoice-command.ts';
// The hardened reader and the writer, for the other XML of an accounts office.
export { decodeXml } from './xml/decode.ts';
export { type Element } from './xml/element.ts';
export { parseTree } from './xml/tree.ts';
export { branch, leaf } from './xml/write.ts';
