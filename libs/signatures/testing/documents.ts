import { PDFDocument, PDFName } from 'pdf-lib';

/** A small document made on the spot; tests keep no files of others. */
export async function makePdf({
  pages = 1,
  useObjectStreams = false,
  form = false,
  links = false,
} = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let i = 0; i < pages; i++)
    pdf.addPage([300, 200]).drawText(`Lemums, ${i + 1}. lapa: 100 EUR`, { x: 20, y: 100, size: 12 });
  if (form) {
    const field = pdf.getForm().createTextField('summa');
    field.setText('100');
    field.addToPage(pdf.getPage(0), { x: 20, y: 20, width: 100, height: 20 });
  }
  if (links) {
    const [first] = pdf.getPages();
    const target = pdf.context.obj([first!.ref, 'Fit']);
    pdf.catalog.set(PDFName.of('OpenAction'), target);
    const link = pdf.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Dest: [first!.ref, 'Fit'] });
    first!.node.addAnnot(pdf.context.register(link));
    const outline = pdf.context.nextRef();
    const item = pdf.context.register(pdf.context.obj({ Parent: outline, Dest: [first!.ref, 'Fit'] }));
    pdf.context.assign(outline, pdf.context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }));
    pdf.catalog.set(PDFName.of('Outlines'), outline);
  }
  return pdf.save({ useObjectStreams });
}
