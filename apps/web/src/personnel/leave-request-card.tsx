import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DocumentCard } from '#documents/contract';
import type { LeaveRequestView } from '#personnel/contract';
import { post } from '../shared/api.ts';
import { Confirm } from '../shared/confirm.tsx';
import { Link } from '../shared/navigation.tsx';
import { Facts, Loaded, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useWord } from '../shared/words.ts';
import { LeaveAnswerView } from './leave-form-page.tsx';
import { useLeaveKinds } from './leave-words.ts';
import { Period } from './mine-place.tsx';
import { useText } from './texts.ts';

/** On the card of a leave request: who, when, how many days, what to consider, which order came of it. */
export default function LeaveRequestCard({ card }: { card: DocumentCard }) {
  const t = useText();
  const word = useWord();
  const { leaveName } = useLeaveKinds();
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const request = useGet<LeaveRequestView>(`/api/personnel/leave-requests/${card.id}`);
  return (
    <Loaded of={request}>
      {(view) => (
        <>
          <Section
            title={t('leave')}
            actions={
              view.mayWithdraw && (
                <Button size="xs" variant="default" onClick={() => setIsWithdrawing(true)}>
                  {t('withdraw')}
                </Button>
              )
            }
          >
            <Facts
              of={[
                [t('person'), `${view.person.name}, ${view.unitName}`],
                [t('leaveKind'), leaveName(view.leaveKind)],
                [t('period'), <Period key="p" from={view.fromDay} to={view.toDay} />],
                [t('substitute'), view.substituteName],
                [t('note'), view.note],
                [t('waitsFor'), view.waitsFor],
                [
                  t('order'),
                  view.orderId && (
                    <Link to={`/documents/${view.orderId}`}>{view.orderNumber ?? word('state', view.orderState)}</Link>
                  ),
                ],
              ]}
            />
          </Section>
          <LeaveAnswerView answer={view.answer} />
          {isWithdrawing && (
            <Confirm
              title={t('withdraw')}
              verb={t('withdraw')}
              act={() => post(`/api/personnel/leave-requests/${card.id}/withdrawal`)}
              done={t('withdrawn')}
              onClose={() => setIsWithdrawing(false)}
            >
              {t('withdrawExplain')}
            </Confirm>
          )}
        </>
      )}
    </Loaded>
  );
}
