import './council.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SittingView } from '#council/contract';
import { useTell } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { Confirm } from '../shared/confirm.tsx';
import { day, moment } from '../shared/format.ts';
import { Link, useParams } from '../shared/navigation.tsx';
import { Facts, Loaded, Page, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { AddItem } from './add-item.tsx';
import { AgendaList } from './agenda-list.tsx';
import { ProtocolSheet } from './protocol-sheet.tsx';
import { STATE_TONE } from './sittings-page.tsx';
import { useText } from './texts.ts';

/** A sitting: its preparation, and afterwards what came of it. */
export default function SittingPage() {
  const { id } = useParams();
  const sitting = useGet<SittingView>(`/api/sittings/${id}`);
  return <Loaded of={sitting}>{(view) => <Sitting sitting={view} />}</Loaded>;
}

function Sitting({ sitting }: { sitting: SittingView }) {
  const t = useText();
  const { id, maySecretary, state } = sitting;
  const mayArrange = maySecretary && (state === 'planned' || state === 'convened');
  return (
    <Page
      title={`${sitting.bodyName}, ${moment(sitting.startsAt)}`}
      sub={
        <>
          <StateMark tone={STATE_TONE[state]}>{t(`state.${state}`)}</StateMark> {t(`kind.${sitting.kind}`)} ·{' '}
          {sitting.place}
        </>
      }
      actions={<Actions sitting={sitting} />}
    >
      <div className="columns">
        <Section title={t('agenda')}>
          <AgendaList sitting={sitting} mayArrange={mayArrange} />
          {mayArrange && <AddItem sittingId={id} />}
        </Section>
        <div>
          <Section title={t('preparation')}>
            <Facts
              of={[
                [t('when'), moment(sitting.startsAt)],
                [t('place'), sitting.place],
                [t('mode'), t(`mode.${sitting.mode}`)],
                [t('noticeDue'), !sitting.noticePublishedAt && sitting.noticeDueOn && day(sitting.noticeDueOn)],
                [t('noticeAt'), sitting.noticePublishedAt && moment(sitting.noticePublishedAt)],
                [t('streamUrl'), sitting.streamUrl && <a href={sitting.streamUrl}>{sitting.streamUrl}</a>],
                [t('recordingUrl'), sitting.recordingUrl && <a href={sitting.recordingUrl}>{sitting.recordingUrl}</a>],
                [t('number'), sitting.number && <Link to={`/documents/${id}`}>{sitting.number}</Link>],
                [
                  t('guests'),
                  sitting.guests.map(({ name, office }) => `${name}${office ? ` (${office})` : ''}`).join(', '),
                ],
                [t('people'), sitting.people.map(({ name }) => name).join(', ')],
              ]}
            />
          </Section>
          {sitting.openedAt && (
            <Section title={t('protocol')}>
              <ProtocolSheet sittingId={id} />
            </Section>
          )}
        </div>
      </div>
    </Page>
  );
}

type Asked = 'notice' | 'signing' | 'publication';

function Actions({ sitting }: { sitting: SittingView }) {
  const t = useText();
  const tell = useTell();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { id, state, maySecretary, isMember } = sitting;
  const url = `/api/sittings/${id}`;
  const sign = async () => {
    const { sent } = await post<{ sent: number }>(`${url}/signing`);
    tell(t('sentToSign', { count: sent }));
  };
  const isLive = state === 'convened' || state === 'open';
  return (
    <>
      {isLive && (
        <Button component={Link} to={`/sittings/${id}/screen`} variant="default">
          {t('screen')}
        </Button>
      )}
      {isMember && isLive && (
        <Button component={Link} to={`/sittings/${id}/seat`} variant={maySecretary ? 'default' : 'filled'}>
          {t('seat')}
        </Button>
      )}
      {maySecretary && isLive && (
        <Button component={Link} to={`/sittings/${id}/console`}>
          {t('console')}
        </Button>
      )}
      {maySecretary && state === 'planned' && <Button onClick={() => setAsked('notice')}>{t('publishNotice')}</Button>}
      {state === 'closed' && (
        <Button component={Link} to={`/documents/${id}`} variant="default">
          {t('protocolDocument')}
        </Button>
      )}
      {maySecretary && state === 'closed' && sitting.protocolState === 'draft' && (
        <Button onClick={() => setAsked('signing')}>{t('sendToSign')}</Button>
      )}
      {maySecretary && sitting.protocolState === 'signed' && !sitting.publishedAt && !sitting.isClosed && (
        <Button onClick={() => setAsked('publication')}>{t('publish')}</Button>
      )}
      {asked === 'notice' && (
        <Confirm
          title={t('publishNotice')}
          verb={t('publishNotice')}
          done={t('noticeDone')}
          act={() => post(`${url}/notice`)}
          onClose={() => setAsked(null)}
        >
          {t('publishNoticeBody')}
        </Confirm>
      )}
      {asked === 'signing' && (
        <Confirm title={t('sendToSign')} verb={t('sendToSign')} act={sign} onClose={() => setAsked(null)}>
          {t('sendToSignBody')}
        </Confirm>
      )}
      {asked === 'publication' && (
        <Confirm
          title={t('publish')}
          verb={t('publish')}
          done={t('published')}
          act={() => post(`${url}/publication`)}
          onClose={() => setAsked(null)}
        >
          {t('publishBody')}
        </Confirm>
      )}
    </>
  );
}
