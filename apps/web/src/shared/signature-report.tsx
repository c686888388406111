import { Button, Group } from '@mantine/core';
import type { SignatureReportView } from '#signing/contract';
import { ActButton } from './act.tsx';
import { post } from './api.ts';
import { moment, usePick } from './format.ts';
import { Notice, StateMark, type Tone } from './page.tsx';
import { useText } from './signature-texts.ts';

type Signature = SignatureReportView['signatures'][number];
type Point = SignatureReportView['points'][number];

const TONE: Record<SignatureReportView['verdict'], Tone> = {
  accept: 'good',
  indeterminate: 'warn',
  reject: 'bad',
  'no-signature': 'plain',
  error: 'bad',
};
const POINT_TONE: Record<Point['state'], Tone> = { yes: 'good', no: 'bad', look: 'warn' };
const MOST_SHOWN = 10;

/**
 * What was found in a file's signatures and what to do about it, the clerk's check filled in, the reports to keep.
 * `at` is where the reports live: `/api/documents/…/signatures` or `/api/intake/…/signatures`.
 */
export function SignatureReport({ report, at }: { report: SignatureReportView; at: string }) {
  const t = useText();
  const pick = usePick();
  const { signatures, container, verdict, advice, points, earlier } = report;
  const sentences = [...container.errors, ...container.warnings];
  const short =
    verdict === 'accept' ? points.find(({ key, state }) => key === 'outcome' && state !== 'yes') : undefined;
  const whatToDo = short ? [short] : advice;
  return (
    <div className="signature-report">
      <Notice tone={short ? 'warn' : TONE[verdict]}>
        <strong>{t(short ? 'verdict.not-qualified' : `verdict.${verdict}`)}</strong>{' '}
        <span className="meta">{report.fileName}</span>
        {sentences.map((sentence, place) => (
          <p key={place}>{pick(sentence)}</p>
        ))}
        {whatToDo.length > 0 && (
          <p>
            <strong>{t('whatToDo')}:</strong> {whatToDo.map(pick).join(' ')}
          </p>
        )}
      </Notice>
      {signatures.slice(0, MOST_SHOWN).map((signature, place) => (
        <OneSignature key={place} of={signature} />
      ))}
      {signatures.length > MOST_SHOWN && (
        <p className="quiet">{t('more', { count: signatures.length - MOST_SHOWN })}</p>
      )}
      {points.length > 0 && (
        <details open={verdict !== 'accept'}>
          <summary>{t('check')}</summary>
          <ul className="rows">
            {points.map(({ key, state, title, ...words }) => (
              <li key={key} style={{ alignItems: 'baseline' }}>
                <span style={{ flex: '0 0 58px' }}>
                  <StateMark tone={POINT_TONE[state]}>{t(`state.${state}`)}</StateMark>
                </span>
                <div className="grow">
                  <strong style={{ fontWeight: 600 }}>{pick(title)}</strong>
                  <div>{pick(words)}</div>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="meta">
        <CheckedAgainst report={report} />
      </p>
      <Group gap={8}>
        <ActButton size="xs" variant="default" act={() => post(`${at}/check`, {})} done={t('againAsked')}>
          {t('again')}
        </ActButton>
        <Button
          component="a"
          size="xs"
          variant="default"
          href={`${at}/${report.id}/paper`}
          target="_blank"
          rel="noreferrer"
        >
          {t('paper')}
        </Button>
        <Button
          component="a"
          size="xs"
          variant="subtle"
          href={`${at}/${report.id}`}
          download={`${report.fileName}.parbaude.json`}
        >
          {t('data')}
        </Button>
      </Group>
      {earlier.length > 0 && (
        <details style={{ marginTop: 8 }}>
          <summary>{t('earlier', { count: earlier.length })}</summary>
          <ul className="rows">
            {earlier.map((one) => (
              <li key={one.id}>
                <a className="grow" href={`${at}/${one.id}/paper`} target="_blank" rel="noreferrer">
                  {moment(one.checkedAt)}
                </a>
                <StateMark tone={TONE[one.verdict]}>{t(`verdict.${one.verdict}`)}</StateMark>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function OneSignature({ of: signature }: { of: Signature }) {
  const t = useText();
  const pick = usePick();
  const { signer, level, bestSignatureTime, signingTime, timestamps, errors, warnings } = signature;
  const isStamped = timestamps.some(({ problem }) => !problem);
  const about = [
    t(`qualification.${signature.qualification as 'QESig'}`),
    level && `${signature.format}, ${t('level', { level })}`,
    isStamped
      ? t('stampedAt', { moment: moment(bestSignatureTime) })
      : signingTime && t('claimedAt', { moment: moment(signingTime) }),
  ];
  return (
    <div style={{ margin: '10px 0' }}>
      <div>
        <strong>{signer?.name ?? t('unknownSigner')}</strong>{' '}
        <span className="figures" style={{ whiteSpace: 'nowrap' }}>
          {signer?.personalCode ?? signer?.organisationIdentifier}
        </span>{' '}
        <StateMark tone={TONE[signature.verdict]}>{t(`one.${signature.verdict}`)}</StateMark>
      </div>
      <div className="meta">{about.filter(Boolean).join(' · ')}</div>
      {signature.signedFiles.length > 0 && <div>{t('signedFiles', { files: signature.signedFiles.join(', ') })}</div>}
      {signature.unsignedFiles.length > 0 && (
        <div>{t('unsignedFiles', { files: signature.unsignedFiles.join(', ') })}</div>
      )}
      {signature.isAddedTo && <div>{t('addedTo')}</div>}
      {errors.map((sentence, place) => (
        <p key={place} style={{ margin: '2px 0' }}>
          {pick(sentence)}
        </p>
      ))}
      {warnings.length > 0 && (
        <details>
          <summary className="quiet">{t('remarks', { count: warnings.length })}</summary>
          {warnings.map((sentence, place) => (
            <p key={place} style={{ margin: '2px 0' }}>
              {pick(sentence)}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

/** When, against which lists and how old they were: what an old answer is worth. */
function CheckedAgainst({ report: { checkedAt, trust } }: { report: SignatureReportView }) {
  const t = useText();
  const oldest = trust?.lists.map(({ loadedAt }) => loadedAt).toSorted()[0];
  const lists = oldest
    ? t('byLists', { count: trust!.lists.length, moment: moment(oldest) })
    : trust && t('withoutLists');
  const silent = trust?.unreachable.length ? t('unreachable', { hosts: trust.unreachable.join(', ') }) : undefined;
  return [t('checked', { moment: moment(checkedAt) }), lists, silent].filter(Boolean).join(' ');
}
