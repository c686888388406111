import { Button, Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useQuery } from '@tanstack/react-query';
import { fileSize } from './format.ts';
import { Empty, ProblemView } from './page.tsx';
import { useSharedText } from './texts.ts';

const PdfView = lazy(() => import('./pdf-view.tsx'));

export interface ShownFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  /** Where the bytes are, when not under /api/files. */
  href?: string;
}

const TEXT_LIMIT = 2_000_000;

/** A file opened in place: PDF with its text, pictures, plain text; what a browser cannot show is downloaded. */
export function FileViewer({ file }: { file: ShownFile }) {
  const t = useSharedText();
  const href = file.href ?? `/api/files/${file.id}`;
  return (
    <section className="viewer" aria-label={t('fileContents', { name: file.name })}>
      <div className="viewer-bar">
        <strong style={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {file.name}
        </strong>
        <span className="meta figures">{fileSize(Number(file.size))}</span>
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          href={`${href}${href.includes('?') ? '&' : '?'}download=1`}
          download={file.name}
        >
          {t('download')}
        </Button>
      </div>
      <Contents file={file} href={href} />
    </section>
  );
}

function Contents({ file, href }: { file: ShownFile; href: string }) {
  const t = useSharedText();
  if (file.mediaType === 'application/pdf')
    return (
      <Suspense
        fallback={
          <div className="viewer-body">
            <Loader size="sm" aria-label={t('loading')} />
          </div>
        }
      >
        <PdfView key={href} href={href} />
      </Suspense>
    );
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.mediaType))
    return (
      <div className="viewer-body" tabIndex={0}>
        <img src={href} alt={file.name} />
      </div>
    );
  if (/^text\/plain|^message\/|xml$|json$/.test(file.mediaType) && file.size < TEXT_LIMIT)
    return <TextContents href={href} />;
  return (
    <div className="viewer-body">
      <Empty title={t('cannotShow')}>{t('cannotShowHint')}</Empty>
    </div>
  );
}

function TextContents({ href }: { href: string }) {
  const t = useSharedText();
  const text = useQuery({
    queryKey: [href, 'text'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const response = await fetch(href, { signal });
      if (!response.ok) throw new Error(String(response.status));
      return await response.text();
    },
  });
  return (
    <div className="viewer-body" tabIndex={0}>
      {text.isError ? (
        <ProblemView error={text.error} again={() => void text.refetch()} />
      ) : (
        <pre>{text.data ?? t('loading')}</pre>
      )}
    </div>
  );
}
