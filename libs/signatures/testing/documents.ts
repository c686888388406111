import { PDFDocument } from 'pdf-lib';

/** A small document made on the spot; tests keep no files of others. */
export async function makePdf({ pages = 1, useObjectStreams = false, form = false } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let i = 0; i < pages; i++)
    pdf.addPage([300, 200]).drawText(`Lemums, ${i + 1}. lapa: 100 EUR`, { x: 20, y: 100, size: 12 });
  if (form) {
    const field = pdf.getForm().createTextField('summa');
    field.setText('100');
    field.addToPage(pdf.getPage(0), { x: 20, y: 20, width: 100, height: 20 });
  }
  return pdf.save({ useObjectStreams });
}
