import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DocumentCard } from '#documents/contract';
import type { OrderView } from '#personnel/contract';
import { ActButton } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { day, moment, usePick } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Facts, Loaded, Notice, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useSession } from '../shared/session.ts';
import { acquaintanceTone, useLeaveKinds } from './leave-words.ts';
import { Period } from './mine-place.tsx';
import { ReasonModal } from './reason-modal.tsx';
import { SmallTable } from '../shared/small-table.tsx';
import { useText } from './texts.ts';

/** On the card of a personnel order: what it gives, whether it is in force, who knows it. */
export default function OrderCard({ card }: { card: DocumentCard }) {
  const t = useText();
  const pick = usePick();
  const { leaveName } = useLeaveKinds();
  const { person: me } = useSession();
  const [isAnnulling, setIsAnnulling] = useState(false);
  const order = useGet<OrderView>(`/api/personnel/orders/${card.id}`);
  return (
    <Loaded of={order}>
      {(view) => {
        const mine = view.acquaintances.find(
          ({ person, state }) => person.id === me.id && !['acquainted', 'refused'].includes(state),
        );
        return (
          <>
            {mine && (
              <Notice tone="accent" role="status">
                <ActButton
                  size="xs"
                  act={() => post(`/api/personnel/acquaintances/${mine.id}/confirmation`)}
                  done={t('confirmed')}
                >
                  {t('known')}
                </ActButton>{' '}
                <span className="quiet">
                  {t('due')}: {day(mine.dueOn)}
                </span>
              </Notice>
            )}
            <Section
              title={view.leaveKind ? t('leave') : t('trip')}
              actions={
                view.mayAnnul && (
                  <Button size="xs" variant="default" onClick={() => setIsAnnulling(true)}>
                    {t('annul')}
                  </Button>
                )
              }
            >
              <Facts
                of={[
                  [t('orderKind'), `${view.orderKind} ${pick(view.orderKindText)}`],
                  [t('person'), `${view.person.name}, ${view.unitName}`],
                  [t('leaveKind'), view.leaveKind && leaveName(view.leaveKind)],
                  [t('period'), <Period key="p" from={view.fromDay} to={view.toDay} />],
                  [t('days'), String(view.days)],
                  [t('tripPlace'), view.place],
                  [t('tripAim'), view.aim],
                  [t('transport'), view.transport],
                  [t('costs'), view.costs],
                  [t('substitute'), view.substituteName],
                  [
                    t('request'),
                    view.request && (
                      <Link to={`/documents/${view.request.id}`}>{view.request.number ?? t('withoutNumber')}</Link>
                    ),
                  ],
                  [
                    t('executedAt'),
                    view.executedAt ? moment(view.executedAt) : <span className="quiet">{t('notExecuted')}</span>,
                  ],
                ]}
              />
            </Section>
            {view.acquaintances.length > 0 && (
              <Section title={t('acquaintanceState')}>
                <SmallTable
                  label={t('acquaintanceState')}
                  head={[
                    { title: t('person') },
                    { title: t('state') },
                    { title: t('openedAt') },
                    { title: t('acquaintedAt') },
                    { title: t('due') },
                  ]}
                  rows={view.acquaintances.map((row) => ({
                    key: row.id,
                    cells: [
                      row.person.name,
                      <StateMark key="s" tone={acquaintanceTone(row.state)}>
                        {t(`acquaintance.${row.state}`)}
                      </StateMark>,
                      moment(row.openedAt),
                      row.refusal ?? moment(row.acquaintedAt),
                      day(row.dueOn),
                    ],
                  }))}
                />
              </Section>
            )}
            {isAnnulling && (
              <ReasonModal
                title={t('annul')}
                label={t('reason')}
                verb={t('annul')}
                done={t('annulled')}
                send={(reason) => post(`/api/personnel/orders/${card.id}/annulment`, { reason })}
                onClose={() => setIsAnnulling(false)}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
