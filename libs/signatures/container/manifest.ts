import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { all, is, NS, parseXml, XmlError } from '../xml/tree.ts';

/** META-INF/manifest.xml (EN 319 162-1 §A.1.1, ODF 1.2 part 3): what the container says that it holds. */
export function examineManifest(
  bytes: Uint8Array,
  rootType: string,
  files: string[],
): { findings: Finding[]; types: Map<string, string> } {
  const findings: Finding[] = [];
  const types = new Map<string, string>();
  try {
    const { root, dispose } = parseXml(bytes);
    try {
      if (!is(root, 'manifest:manifest')) return { findings: [finding('manifest-broken')], types };
      for (const entry of all(root, 'manifest:file-entry')) {
        const path = entry.attributes.get('full-path') ?? '';
        if (types.has(path)) findings.push(finding('manifest-mismatch', path));
        types.set(path, entry.attributes.get('media-type') ?? '');
      }
    } finally {
      dispose();
    }
  } catch (error) {
    const isDoctype = error instanceof XmlError && error.code === 'xml-doctype';
    return { findings: [finding(isDoctype ? 'xml-doctype' : 'manifest-broken')], types };
  }
  if (types.get('/') !== rootType) findings.push(finding('manifest-root', types.get('/')));
  types.delete('/');
  const isData = (path: string): boolean => !path.endsWith('/') && !path.startsWith('META-INF/') && path !== 'mimetype';
  const listed = new Set([...types.keys()].filter(isData));
  for (const file of files) if (!listed.has(file)) findings.push(finding('manifest-mismatch', file));
  for (const path of listed) if (!files.includes(path)) findings.push(finding('manifest-mismatch', path));
  return { findings, types };
}

/** A manifest for these files. */
export function writeManifest(files: { name: string; mediaType: string }[], rootType: string): Buffer {
  const entry = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${escapeXml(path)}" manifest:media-type="${escapeXml(type)}"/>`;
  const entries = [entry('/', rootType), ...files.map(({ name, mediaType }) => entry(name, mediaType))].join('');
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<manifest:manifest xmlns:manifest="${NS.manifest}" manifest:version="1.2">${entries}</manifest:manifest>`,
  );
}

export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;');
