import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CardProposal } from '#correspondence/contract';
import type { IntakeCard } from '#exchange/contract';
import type { WaitingItem } from '#invoices/contract';
import type { SignatureReportView } from '#signing/contract';
import { FileViewer, showViewer } from '../shared/file-viewer.tsx';
import { fileSize, moment } from '../shared/format.ts';
import { Link, useParams } from '../shared/navigation.tsx';
import { Facts, Loaded, Notice, Page, Section } from '../shared/page.tsx';
import { useGet, useOnce } from '../shared/query.ts';
import { SignatureReport } from '../shared/signature-report.tsx';
import { useWord } from '../shared/words.ts';
import { DismissModal } from './dismiss.tsx';
import { Findings } from '../shared/findings.tsx';
import { RegistrationForm } from './registration-form.tsx';
import { useText } from './texts.ts';

/** One received item: what came on the left, its card on the right; *Reģistrēt* gives the number. */
export default function ItemPage() {
  const t = useText();
  const { id = '' } = useParams();
  const item = useGet<IntakeCard>(`/api/intake/${id}`);
  const [isDismissing, setIsDismissing] = useState(false);
  const invoices = useGet<WaitingItem[]>('/api/invoices/waiting');
  const isInvoice = invoices.data?.some(({ itemId }) => itemId === id) ?? false;
  return (
    <Loaded of={item}>
      {(view) => (
        <Page
          title={view.subject || t('withoutSubject')}
          sub={<Link to="/intake">{t('back')}</Link>}
          actions={
            view.state === 'new' && (
              <>
                {!isInvoice && view.files.length > 0 && (
                  <Button component={Link} to={`/invoices/new/${view.id}`} variant="default">
                    {t('registerInvoice')}
                  </Button>
                )}
                <Button variant="default" onClick={() => setIsDismissing(true)}>
                  {t('dismiss')}
                </Button>
              </>
            )
          }
        >
          {view.state === 'dismissed' && <Notice>{t('dismissedReason', { reason: view.dismissedReason })}</Notice>}
          {view.state === 'registered' && view.documentId && (
            <Notice tone="good" title={t('registeredShort')}>
              <p>
                <Link to={`/documents/${view.documentId}`}>{t('openDocument')}</Link>
              </p>
            </Notice>
          )}
          {view.state === 'new' && isInvoice && (
            <Notice tone="accent" role="status" title={t('looksLikeInvoice')}>
              <div>
                <Button component={Link} to={`/invoices/new/${view.id}`} size="xs" mt={6}>
                  {t('registerInvoice')}
                </Button>
              </div>
            </Notice>
          )}
          <div className="columns">
            <Received item={view} />
            {view.state === 'new' && <Card itemId={view.id} />}
          </div>
          {isDismissing && <DismissModal id={view.id} onClose={() => setIsDismissing(false)} />}
        </Page>
      )}
    </Loaded>
  );
}

function Card({ itemId }: { itemId: string }) {
  const proposal = useOnce<CardProposal>(`/api/intake/${itemId}/proposal`);
  return <Loaded of={proposal}>{(filled) => <RegistrationForm key={itemId} proposal={filled} />}</Loaded>;
}

function Received({ item }: { item: IntakeCard }) {
  const t = useText();
  const word = useWord();
  const [openId, setOpenId] = useState(
    item.files.find(({ mediaType }) => mediaType === 'application/pdf')?.id ?? item.files[0]?.id,
  );
  const open = item.files.find(({ id }) => id === openId);
  const reports = useGet<SignatureReportView[]>(`/api/intake/${item.id}/signatures`);
  const signed = reports.data?.filter(({ verdict }) => verdict !== 'no-signature') ?? [];
  return (
    <div>
      <Section title={t('item')}>
        <Facts
          of={[
            [
              t('sender'),
              [
                item.senderName,
                item.senderAddress && item.senderAddress !== item.senderName ? `<${item.senderAddress}>` : '',
              ]
                .filter(Boolean)
                .join(' '),
            ],
            [t('receivedAt'), `${moment(item.receivedAt)}, ${word('channel', item.channel)}`],
            [
              t('original'),
              <a key="raw" href={`/api/intake/${item.id}/raw`} download>
                {item.rawMediaType}, {fileSize(item.rawSize)}
              </a>,
            ],
          ]}
        />
        <Findings of={item.findings} />
      </Section>
      {item.body && (
        <Section title={t('message')}>
          <p
            style={{ whiteSpace: 'pre-line', margin: 0, maxHeight: 240, overflow: 'auto', overflowWrap: 'anywhere' }}
            tabIndex={0}
          >
            {item.body}
          </p>
        </Section>
      )}
      <Section title={t('attachments')}>
        {item.files.length === 0 && <p className="quiet">{t('noAttachments')}</p>}
        <ul className="rows">
          {item.files.map((file) => (
            <li key={file.id} style={file.id === openId ? { background: 'var(--accent-ground)' } : undefined}>
              <div className="grow">
                <button
                  type="button"
                  className="as-link"
                  aria-pressed={file.id === openId}
                  onClick={() => {
                    setOpenId(file.id);
                    showViewer();
                  }}
                >
                  {file.name}
                </button>
                <Findings of={file.findings} />
              </div>
              <span className="meta figures">{fileSize(Number(file.size))}</span>
            </li>
          ))}
        </ul>
        {signed.length > 0 && (
          <Section title={t('signatures')}>
            {signed.map((report) => (
              <SignatureReport key={report.id} report={report} at={`/api/intake/${item.id}/signatures`} />
            ))}
          </Section>
        )}
        {open && (
          <div style={{ marginTop: 12 }}>
            <FileViewer
              key={open.id}
              file={{ ...open, size: Number(open.size), href: `/api/intake/files/${open.id}` }}
            />
          </div>
        )}
      </Section>
    </div>
  );
}
