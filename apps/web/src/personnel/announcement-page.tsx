import type { AnnouncementView } from '#personnel/contract';
import { ActButton } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { day, moment } from '../shared/format.ts';
import { useParams } from '../shared/navigation.tsx';
import { Loaded, Page, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { acquaintanceTone } from './leave-words.ts';
import { useText } from './texts.ts';

/** One announcement and the button that confirms it was read. */
export default function AnnouncementPage() {
  const t = useText();
  const { id } = useParams();
  const announcement = useGet<AnnouncementView>(`/api/personnel/announcements/${id}`);
  return (
    <Loaded of={announcement}>
      {({ title, body, publishedAt, publishedBy, dueOn, sent, acquainted, mine }) => (
        <Page
          title={title}
          sub={
            <span className="card-head">
              <span>
                {t('publishedBy')}: {publishedBy ?? '–'}, {moment(publishedAt)}
              </span>
              <span>
                {t('due')}: {day(dueOn)}
              </span>
              <span>{t('acquaintedOf', { done: acquainted, sent })}</span>
              {mine && <StateMark tone={acquaintanceTone(mine.state)}>{t(`acquaintance.${mine.state}`)}</StateMark>}
            </span>
          }
          actions={
            mine &&
            !['acquainted', 'refused'].includes(mine.state) && (
              <ActButton act={() => post(`/api/personnel/acquaintances/${mine.id}/confirmation`)} done={t('confirmed')}>
                {t('known')}
              </ActButton>
            )
          }
        >
          <p style={{ whiteSpace: 'pre-line', maxWidth: 760, fontSize: 15, lineHeight: '24px' }}>{body}</p>
        </Page>
      )}
    </Loaded>
  );
}
