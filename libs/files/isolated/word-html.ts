import mammoth from 'mammoth';

/** A DOCX as HTML by its styles: headings, lists, tables, notes, pictures; page layout is not followed. Not yet safe. */
export async function wordHtml(bytes: Buffer): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { styleMap: ['u => u', "p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"] },
  );
  return value;
}
