import { createRequire } from 'node:module';
import type { Tag } from 'sanitize-html';

const sanitize = createRequire(import.meta.url)('sanitize-html') as typeof import('sanitize-html');

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const SIZE = [/^\d{1,4}(\.\d{1,3})?(px|pt|em|%)$/];
const COLOUR = [/^#[\da-f]{3,8}$/i, /^rgb\([\d\s,.%]{5,30}\)$/i, /^[a-z]{3,20}$/i];

const LOOK = `body{font:14px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;color:#1c1a19;background:#fff;margin:0;padding:24px 32px;overflow-wrap:anywhere}
h1{font-size:20px}h2{font-size:17px}h3,h4,h5,h6{font-size:15px}img{max-width:100%;height:auto}
pre{font-family:inherit;white-space:pre-wrap;margin:0}table{border-collapse:collapse}
table.sheet,td.cell{border:1px solid #cfcac7}td,th{padding:2px 6px;vertical-align:top}td.number{text-align:right;white-space:nowrap}
section{border-bottom:1px solid #cfcac7;padding-bottom:12px;margin-bottom:16px}
.left-out{color:#5d5754;border:1px dashed #8a8380;padding:0 6px;font-size:12px}`;

/**
 * Foreign HTML as a whole page of its own: only text, tables, pictures that are within it, and links; no script, no form, no request
 * to anywhere. Its own policy says the same once more. `pictures`: those of a message, by Content-ID.
 */
export function safePage(
  foreign: string,
  pictures: ReadonlyMap<string, string> = new Map(),
): { html: string; remoteImages: number } {
  let remoteImages = 0;
  const picture = (address: string) => {
    const found = address.startsWith('cid:') ? pictures.get(decodeURIComponent(address.slice(4))) : address;
    return found && /^data:image\/(png|jpe?g|gif|webp|bmp);base64,/i.test(found) ? found : undefined;
  };
  const body = sanitize(foreign, {
    allowedTags: [...sanitize.defaults.allowedTags, 'img', 'center', 'font', 'del', 'ins', 'section'],
    allowedAttributes: {
      a: ['href', 'target', 'rel', 'title'],
      img: ['src', 'alt', 'width', 'height'],
      ol: ['start'],
      font: ['color'],
      '*': ['style', 'class', 'align', 'valign', 'colspan', 'rowspan', 'dir', 'lang'],
    },
    allowedClasses: { '*': ['sheet', 'cell', 'number', 'left-out'] },
    allowedStyles: {
      '*': {
        color: COLOUR,
        'background-color': COLOUR,
        'font-size': SIZE,
        'font-weight': [/^(bold|normal|\d{3})$/],
        'font-style': [/^(italic|normal)$/],
        'text-align': [/^(left|right|center|justify|start|end)$/],
        'text-decoration': [/^(underline|line-through|none)$/],
        width: SIZE,
        'margin-left': SIZE,
        'padding-left': SIZE,
      },
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    transformTags: {
      // A link opens apart, tells this page's address to nobody, and shows on hover where it really leads.
      a: (tagName, { href = '' }): Tag => ({
        tagName,
        attribs: /^(https?|mailto|tel):/i.test(href)
          ? { href, target: '_blank', rel: 'noopener noreferrer', title: href }
          : {},
      }),
      img: (tagName, { src = '', alt = '', width = '', height = '' }): Tag => {
        const shown = safely(() => picture(src.trim()));
        if (shown) return { tagName, attribs: { src: shown, alt, width, height } };
        remoteImages += 1;
        return { tagName: 'span', attribs: alt ? { class: 'left-out' } : {}, text: alt };
      },
    },
  });
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'";
  const html = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><style>${LOOK}</style></head><body>${body}</body></html>`;
  return { html, remoteImages };
}

/** A badly written address (`cid:%zz`) is as good as none. */
function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
