import { codes } from './codes.ts';

/** UNTDID 1001, invoices (BT-3); 50 codes. */
export const invoiceTypes = codes(`
71 80 81 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394
395 456 457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877 935
`);

/** UNTDID 1001, credit notes (BT-3); 13 codes. */
export const creditNoteTypes = codes(`
81 83 261 262 296 308 381 396 420 458 502 503 532
`);

/** BT-3 in a Peppol invoice of billing process 01. */
export const invoiceTypesOfPeppol = codes(`
71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877
`);

/** BT-3 in a Peppol credit note of billing process 01. */
export const creditNoteTypesOfPeppol = codes(`
381 396 81 83 532
`);

/** Media types of attached documents (BT-125-1). */
export const mediaTypes = codes(`
application/pdf image/png image/jpeg text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
application/vnd.oasis.opendocument.spreadsheet
`);
