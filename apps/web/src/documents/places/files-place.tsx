import { useState } from 'react';
import type { SignatureReportView } from '#signing/contract';
import { ActButton } from '../../shared/act.tsx';
import { del } from '../../shared/api.ts';
import { FileViewer, showViewer } from '../../shared/file-viewer.tsx';
import { fileSize, moment } from '../../shared/format.ts';
import { Empty, Section } from '../../shared/page.tsx';
import { useGet } from '../../shared/query.ts';
import { SignatureReport } from '../../shared/signature-report.tsx';
import { PutFiles } from '../../shared/put-files.tsx';
import { useWord } from '../../shared/words.ts';
import { useText } from '../texts.ts';
import { mainFile, type Card } from '../use-card.ts';

/** The files, one of them open in place, with what is known of its signatures. */
export function FilesPlace({ card }: Card) {
  const t = useText();
  const word = useWord();
  const [openId, setOpenId] = useState(() => mainFile(card)?.id);
  const reports = useGet<SignatureReportView[]>(`/api/documents/${card.id}/signatures`);
  if (!card.files.length)
    return (
      <Empty title={t('noFiles')}>
        <PutFiles card={card} />
      </Empty>
    );
  const present = card.files.filter(({ supersededAt }) => !supersededAt);
  const earlier = card.files.filter(({ supersededAt }) => supersededAt);
  const open = card.files.find(({ id }) => id === openId) ?? present[0];
  const report = reports.data?.find(({ sha256 }) => sha256 === open?.sha256);
  const list = (files: typeof card.files) => (
    <ul className="rows">
      {files.map((file) => (
        <li
          key={file.id}
          aria-current={file.id === open?.id ? 'true' : undefined}
          style={file.id === open?.id ? { background: 'var(--accent-ground)' } : undefined}
        >
          <div className="grow">
            <button
              type="button"
              className="as-link"
              onClick={() => {
                setOpenId(file.id);
                showViewer();
              }}
            >
              {file.name}
            </button>
            <div className="meta figures">
              {word('role', file.role)} · {fileSize(Number(file.size))} · {moment(file.createdAt)}
            </div>
          </div>
          {file.role === 'attachment' && !file.supersededAt && card.mayPut.includes('attachment') && (
            <ActButton
              size="compact-xs"
              variant="default"
              act={() => del(`/api/documents/${card.id}/files/${file.id}`)}
              done={t('attachmentRemoved')}
            >
              {t('removeAttachment')}
            </ActButton>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="files-place">
      <div>
        <Section title={t('files')} actions={<PutFiles card={card} />}>
          {list(present)}
        </Section>
        {earlier.length > 0 && (
          <details style={{ marginTop: 12 }}>
            <summary>
              {t('superseded')} ({earlier.length})
            </summary>
            {list(earlier)}
          </details>
        )}
        {report && (
          <Section title={t('signatures')}>
            <SignatureReport report={report} at={`/api/documents/${card.id}/signatures`} />
          </Section>
        )}
      </div>
      <div style={{ marginTop: 20 }}>{open && <FileViewer key={open.id} file={open} />}</div>
    </div>
  );
}
