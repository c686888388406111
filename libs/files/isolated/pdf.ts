import { LIMITS } from '../limits.ts';

export interface OpenPdf {
  /** The text of all pages, up to the limits. */
  text(): Promise<string>;
  close(): Promise<void>;
}

/** Opens a PDF with scripts, fonts and network off; says when it is encrypted or cannot be read at all. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | 'encrypted' | 'corrupted'> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // pdfjs takes the buffer for itself.
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages < 1) return 'corrupted';
    await pdf.getPage(1);
    return { text: () => textOf(pdf), close: () => task.destroy() };
  } catch (error) {
    await task.destroy().catch(() => undefined);
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'corrupted';
  }
}

type Pdf = Awaited<ReturnType<(typeof import('pdfjs-dist/legacy/build/pdf.mjs'))['getDocument']>['promise']>;

async function textOf(pdf: Pdf): Promise<string> {
  let text = '';
  for (let number = 1; number <= Math.min(pdf.numPages, LIMITS.pdfPages) && text.length < LIMITS.text; number += 1) {
    const page = await pdf.getPage(number).catch(() => undefined);
    if (!page) continue;
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n';
    page.cleanup();
  }
  return text;
}
