import type { DocumentCard } from '#documents/contract';
import type { ContractView } from '#invoices/contract';
import type { SignatureReportView } from '#signing/contract';
import { Dispatches } from '../documents/dispatches.tsx';
import { AddFiles } from '../shared/add-files.tsx';
import { fileSize, moment } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Loaded, Notice, Section, StateMark, type Tone } from '../shared/page.tsx';
import { PutFiles } from '../shared/put-files.tsx';
import { useGet } from '../shared/query.ts';
import { SmallTable } from '../shared/small-table.tsx';
import { useWord } from '../shared/words.ts';
import { useText } from './texts.ts';

const TONES: Record<ContractView['signatures'][number]['verdict'], Tone> = {
  accept: 'good',
  indeterminate: 'warn',
  reject: 'bad',
};

/** The contract's files with what their validation found, who has signed, and where it was sent. */
export function ContractFiles({ view }: { view: ContractView }) {
  const t = useText();
  const card = useGet<DocumentCard>(`/api/documents/${view.id}`);
  return (
    <>
      <Section
        title={t('contractFiles')}
        actions={
          <>
            {card.data && <PutFiles card={card.data} />}
            {view.mayTakeCopy && (
              <AddFiles
                size="xs"
                variant={view.isSignedByAll ? 'default' : 'filled'}
                isOne
                label={t('takeCopy')}
                hint={t('takeCopyHint')}
                path={`/api/documents/${view.id}/countersigned`}
                done={t('copyTaken')}
              />
            )}
          </>
        }
      >
        <Standing view={view} hasFile={card.data === undefined || card.data.files.length > 0} />
        <Loaded of={card}>{({ files }) => files.length > 0 && <Files id={view.id} files={files} />}</Loaded>
        {view.signatures.length > 0 && <Signatures view={view} />}
      </Section>
      <Dispatches id={view.id} />
    </>
  );
}

/** Where the contract stands with its signatures, in one sentence. */
function Standing({ view, hasFile }: { view: ContractView; hasFile: boolean }) {
  const t = useText();
  if (view.isSignedByAll) return <Notice tone="good">{t('signedByAll')}</Notice>;
  const theirs = view.signatures.filter(({ side, verdict }) => side === 'them' && verdict === 'accept').length;
  if (view.state === 'signed' && theirs > 0)
    return <Notice tone="accent">{t('signedBySome', { signed: theirs, count: 1 + view.otherParties.length })}</Notice>;
  if (view.state === 'signed') return <Notice tone="accent">{t('signedByUs')}</Notice>;
  if (view.signedOn !== null && !view.signatures.length) return <Notice>{t('signedWithoutFile')}</Notice>;
  return hasFile ? null : <Notice>{t('contractNeedsFile')}</Notice>;
}

function Files({ id, files }: { id: string; files: DocumentCard['files'] }) {
  const word = useWord();
  const t = useText();
  const reports = useGet<SignatureReportView[]>(`/api/documents/${id}/signatures`);
  const present = files.filter(({ supersededAt }) => !supersededAt);
  const verdictOf = (sha256: string) => {
    const verdict = reports.data?.find((report) => report.sha256 === sha256)?.verdict;
    return verdict === 'accept' || verdict === 'indeterminate' || verdict === 'reject' ? verdict : undefined;
  };
  return (
    <ul className="rows">
      {present.map((file) => {
        const verdict = verdictOf(file.sha256);
        return (
          <li key={file.id}>
            <div className="grow">
              <Link to={`/documents/${id}?place=files`}>{file.name}</Link>
              <div className="meta figures">
                {word('role', file.role)} · {fileSize(Number(file.size))} · {moment(file.createdAt)}
              </div>
            </div>
            {verdict && <StateMark tone={TONES[verdict]}>{t(`signatures.${verdict}`)}</StateMark>}
          </li>
        );
      })}
    </ul>
  );
}

function Signatures({ view: { signatures } }: { view: ContractView }) {
  const t = useText();
  return (
    <SmallTable
      label={t('signaturesOf')}
      head={[{ title: t('signedBy') }, { title: t('side') }, { title: t('signatureAt') }, { title: t('signatureOf') }]}
      rows={signatures.map(({ name, organisation, side, signedAt, verdict }, place) => ({
        key: `${place}`,
        cells: [
          <>
            {name}
            {organisation && organisation !== name && <div className="meta">{organisation}</div>}
          </>,
          side ? t(`side.${side}`) : '–',
          signedAt && moment(signedAt),
          <StateMark key="v" tone={TONES[verdict]}>
            {t(`signature.${verdict}`)}
          </StateMark>,
        ],
      }))}
    />
  );
}
