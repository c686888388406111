import { Button } from '@mantine/core';
import type { FilePart, FilePreview } from '#files/contract';
import { withQuery } from './api.ts';
import { Bytes } from './file-bytes.tsx';
import { fileSize, moment } from './format.ts';
import { Empty, Facts, Loaded, Notice } from './page.tsx';
import { useGet } from './query.ts';
import { useViewerText } from './viewer-texts.ts';

interface FilePreviewProps {
  href: string;
  inside?: string;
  name: string;
  onOpen: (part: FilePart) => void;
}

/** What the server makes of a file that a browser cannot show by itself. */
export function FilePreviewView({ href, inside, name, onOpen }: FilePreviewProps) {
  const preview = useGet<FilePreview>(withQuery(`${href}/preview`, { inside }), { fresh: Infinity });
  return (
    <Loaded of={preview}>
      {(view) =>
        view.form === 'bytes' ? (
          <Bytes href={withQuery(href, { inside })} mediaType={view.mediaType} name={name} />
        ) : (
          <Made view={view} href={withQuery(href, { inside, download: '1' })} name={name} onOpen={onOpen} />
        )
      }
    </Loaded>
  );
}

interface MadeProps {
  view: Exclude<FilePreview, { form: 'bytes' }>;
  /** The same file as a download. */
  href: string;
  name: string;
  onOpen: (part: FilePart) => void;
}

function Made({ view, href, name, onOpen }: MadeProps) {
  const t = useViewerText();
  switch (view.form) {
    case 'page':
      return (
        <>
          <div className="viewer-note">{t(view.isCut ? 'isCut' : 'pageNote')}</div>
          <SafePage html={view.html} title={name} />
        </>
      );
    case 'mail':
      return <Mail view={view} onOpen={onOpen} />;
    case 'container':
      return (
        <div className="viewer-body viewer-paper" tabIndex={0}>
          <Parts title={t('contents')} parts={view.parts} onOpen={onOpen} />
          {view.parts.length === 0 && <Empty title={t('emptyContainer')} />}
        </div>
      );
    case 'none':
      return (
        <div className="viewer-body">
          <Empty title={t(`none.${view.reason}`)}>
            {t(`hint.${view.reason}`)}
            {view.reason !== 'program' && (
              <Button component="a" href={href} variant="default" mt={12}>
                {t('downloadPart')}
              </Button>
            )}
          </Empty>
        </div>
      );
  }
}

/** Foreign content: a frame of its own that runs nothing; only its links open, apart. */
const SafePage = ({ html, title }: { html: string; title: string }) => (
  <iframe className="viewer-page" title={title} srcDoc={html} sandbox="allow-popups allow-popups-to-escape-sandbox" />
);

function Mail({ view, onOpen }: { view: Extract<FilePreview, { form: 'mail' }>; onOpen: MadeProps['onOpen'] }) {
  const t = useViewerText();
  return (
    <>
      <div className="viewer-mail">
        <h3>{view.subject || t('withoutSubject')}</h3>
        <Facts
          of={[
            [t('from'), view.from],
            [t('to'), view.to],
            [t('cc'), view.cc],
            [t('sentAt'), view.sentAt && moment(view.sentAt)],
          ]}
        />
        {view.remoteImages > 0 && <Notice>{t('remoteImages', { count: view.remoteImages })}</Notice>}
        <Parts title={t('attachments')} parts={view.parts} onOpen={onOpen} />
      </div>
      <SafePage html={view.html} title={t('messageBody')} />
    </>
  );
}

function Parts({ title, parts, onOpen }: { title: string; parts: FilePart[]; onOpen: MadeProps['onOpen'] }) {
  if (!parts.length) return null;
  return (
    <ul className="rows" aria-label={title} style={{ marginTop: 8 }}>
      {parts.map((part) => (
        <li key={part.place}>
          <button type="button" className="as-link grow" onClick={() => onOpen(part)}>
            {part.name}
          </button>
          <span className="meta figures">{fileSize(part.size)}</span>
        </li>
      ))}
    </ul>
  );
}
