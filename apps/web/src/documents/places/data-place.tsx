import { useState } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import { FileViewer } from '../../shared/file-viewer.tsx';
import { day, moment, usePick } from '../../shared/format.ts';
import { Facts, Section } from '../../shared/page.tsx';
import { useWord } from '../../shared/words.ts';
import { DraftEditor } from '../draft-editor.tsx';
import { Dispatches } from '../dispatches.tsx';
import { KindPlace } from '../kind-places.tsx';
import { useText } from '../texts.ts';
import { mainFile, type Card } from '../use-card.ts';

/** Main data, what the kind adds, and the main file beside them where there is room. */
export function DataPlace({ card, letter }: Card) {
  const t = useText();
  const word = useWord();
  const pick = usePick();
  const [version, setVersion] = useState(0);
  const hasRoom = useMediaQuery('(min-width: 1180px)', false, { getInitialValueInEffect: false });
  const file = mainFile(card);
  const isIncoming = card.direction === 'incoming';
  const data = (
    <div>
      {letter?.isEditable && (
        <DraftEditor
          key={card.id}
          id={card.id}
          title={card.title}
          letter={letter}
          onSaved={() => setVersion(version + 1)}
        />
      )}
      <Section title={t('place.data')}>
        <Facts
          of={[
            [t('number'), card.number],
            [t('registerName'), card.registerName],
            [t('registeredAt'), card.registeredAt && moment(card.registeredAt)],
            [t('createdAt'), !card.registeredAt && moment(card.createdAt)],
            [isIncoming ? t('sender') : t('addressee'), letter?.correspondent ?? card.counterpartyName],
            [t('address'), letter?.correspondentAddress],
            [t('senderNumber'), letter?.senderNumber],
            [t('senderDate'), letter?.senderDate && day(letter.senderDate)],
            [t('receivedOn'), letter?.receivedOn && day(letter.receivedOn)],
            [t('sentAt'), letter?.sentAt && moment(letter.sentAt)],
            [t('channel'), card.channel && word('channel', card.channel)],
            [t('medium'), word('medium', card.medium)],
            [t('unit'), card.unitName],
            [t('dueOn'), card.dueOn && day(card.dueOn)],
            [t('dueBasis'), letter?.dueBasis && pick(letter.dueBasis)],
            [t('needsAnswer'), isIncoming && letter && !letter.needsAnswer && t('noAnswer')],
            [t('case'), card.caseIndex && `${card.caseIndex} ${card.caseTitle ?? ''}`],
            [t('filedAt'), card.filedAt && moment(card.filedAt)],
            [t('access'), card.access === 'restricted' ? t('restricted') : t('open')],
            [t('restrictionBasis'), card.restrictionBasis],
            [t('restrictedUntil'), card.restrictedUntil && day(card.restrictedUntil)],
            [
              t('trackingCode'),
              card.trackingCode && (
                <>
                  <code>{card.trackingCode}</code> <span className="meta">{t('trackingHint')}</span>
                </>
              ),
            ],
          ]}
        />
      </Section>
      <KindPlace card={card} />
      {letter && letter.resolutions.length > 0 && (
        <Section title={t('resolutions')}>
          <ul className="rows">
            {letter.resolutions.map((resolution) => (
              <li key={resolution.id}>
                <div className="grow">
                  <div style={{ whiteSpace: 'pre-line' }}>{resolution.text}</div>
                  <div className="meta">
                    {resolution.author}, {moment(resolution.at)}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!isIncoming && <Dispatches id={card.id} />}
      {isIncoming && letter?.body && (
        <Section title={t('letterText')}>
          <p style={{ whiteSpace: 'pre-line', margin: 0, maxWidth: 760 }}>{letter.body}</p>
        </Section>
      )}
    </div>
  );
  if (!file) return data;
  const viewer = <FileViewer key={`${file.id}-${version}`} file={file} />;
  return hasRoom ? (
    <div className="columns">
      {data}
      <div style={{ marginTop: 20 }}>{viewer}</div>
    </div>
  ) : (
    <>
      {data}
      <Section title={t('files')}>{viewer}</Section>
    </>
  );
}
