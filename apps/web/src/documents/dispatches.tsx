import type { DispatchView } from '#exchange/contract';
import { ActButton } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { moment } from '../shared/format.ts';
import { Section, StateMark, type Tone } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useMay } from '../shared/session.ts';
import { useWord } from '../shared/words.ts';
import { useText } from './texts.ts';

const TONE: Record<DispatchView['state'], Tone> = { queued: 'plain', sent: 'good', delivered: 'good', failed: 'bad' };

/** Where the document was sent and what became of it. */
export function Dispatches({ id }: { id: string }) {
  const t = useText();
  const word = useWord();
  const maySend = useMay('send');
  const { data = [] } = useGet<DispatchView[]>(`/api/documents/${id}/dispatches`);
  if (!data.length) return null;
  return (
    <Section title={t('dispatches')}>
      <ul className="rows">
        {data.map((dispatch) => (
          <li key={dispatch.id}>
            <div className="grow">
              <div>
                {word('channel', dispatch.channel)} – {dispatch.recipient}
                {dispatch.address && <span className="quiet"> {dispatch.address}</span>}
              </div>
              <div className="meta figures">
                {[
                  moment(dispatch.deliveredAt ?? dispatch.sentAt ?? dispatch.queuedAt),
                  dispatch.attempts > 1 && t('attempts', { count: dispatch.attempts }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              {dispatch.lastError && dispatch.state === 'failed' && (
                <div className="notice" data-tone="bad">
                  {dispatch.lastError}
                </div>
              )}
            </div>
            <StateMark tone={TONE[dispatch.state]}>{t(`dispatch.${dispatch.state}`)}</StateMark>
            {maySend && dispatch.state === 'failed' && (
              <ActButton
                size="xs"
                variant="default"
                act={() => post(`/api/dispatches/${dispatch.id}/retry`, {})}
                done={t('sendQueued')}
              >
                {t('sendAgain')}
              </ActButton>
            )}
            {maySend && dispatch.state === 'queued' && ['post', 'in-person'].includes(dispatch.channel) && (
              <ActButton
                size="xs"
                variant="default"
                act={() => post(`/api/dispatches/${dispatch.id}/delivery`, {})}
                done={t('handedOverDone')}
              >
                {t('handedOver')}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
