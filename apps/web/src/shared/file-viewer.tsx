import { Button } from '@mantine/core';
import { useState } from 'react';
import { withQuery } from './api.ts';
import { Bytes } from './file-bytes.tsx';
import { FilePreviewView } from './file-preview.tsx';
import { fileSize } from './format.ts';
import { useSharedText } from './texts.ts';
import { useViewerText } from './viewer-texts.ts';

export interface ShownFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  /** Where the bytes are, when not under /api/files; the preview is at the same address with `/preview`. */
  href?: string;
}

/** Brings the open file into sight after somebody chose it; where list and viewer stand side by side nothing moves. */
export const showViewer = () =>
  setTimeout(() => document.querySelector('.viewer')?.scrollIntoView({ block: 'nearest' }));

/** What is looked at within the file, from outside inwards. */
type Inside = readonly { place: number; name: string; size: number }[];

/**
 * A file opened in place: PDF with its text, pictures, office files and messages as pages, containers as lists that open further.
 * The original, exactly as received, is one click away.
 */
export function FileViewer({ file }: { file: ShownFile }) {
  const t = useSharedText();
  const v = useViewerText();
  const [inside, setInside] = useState<Inside>([]);
  const href = file.href ?? `/api/files/${file.id}`;
  const places = inside.map(({ place }) => place).join('.') || undefined;
  const now = inside.at(-1) ?? file;
  return (
    <section className="viewer" aria-label={t('fileContents', { name: now.name })}>
      <div className="viewer-bar">
        {inside.length > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setInside(inside.slice(0, -1))}>
            <span aria-hidden>←&nbsp;</span>
            {v('back', { name: (inside.at(-2) ?? file).name })}
          </Button>
        )}
        <strong className="viewer-name">{now.name}</strong>
        <span className="meta figures">{fileSize(Number(now.size))}</span>
        {places && (
          <Download
            href={withQuery(href, { inside: places, download: '1' })}
            name={now.name}
            text={v('downloadPart')}
          />
        )}
        <Download
          href={withQuery(href, { download: '1' })}
          name={file.name}
          text={v('original')}
          title={v('originalHint')}
        />
      </div>
      {places ? (
        <FilePreviewView
          key={places}
          href={href}
          inside={places}
          name={now.name}
          onOpen={(part) => setInside([...inside, part])}
        />
      ) : (
        <Contents file={file} href={href} onOpen={(part) => setInside([part])} />
      )}
    </section>
  );
}

const Download = ({ href, name, text, title }: { href: string; name: string; text: string; title?: string }) => (
  <Button component="a" size="compact-sm" variant="default" href={href} download={name} title={title} flex="none">
    {text}
  </Button>
);

interface ContentsProps {
  file: ShownFile;
  href: string;
  onOpen: (part: Inside[number]) => void;
}

/** What a browser shows by itself is not asked for twice. */
function Contents({ file, href, onOpen }: ContentsProps) {
  if (file.mediaType === 'application/pdf' || file.mediaType.startsWith('image/'))
    return <Bytes href={href} mediaType={file.mediaType} name={file.name} />;
  return <FilePreviewView href={href} name={file.name} onOpen={onOpen} />;
}
