import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SigningView } from '#signing/contract';
import { ActButton } from '../../shared/act.tsx';
import { post } from '../../shared/api.ts';
import { clock } from '../../shared/format.ts';
import { Facts, Loading, Notice, ProblemView } from '../../shared/page.tsx';
import { useSharedText } from '../../shared/texts.ts';
import type { ActProps } from '../act-dialog.ts';
import { useText } from '../texts.ts';
import { fileToDecide, mainFile, myStep } from '../use-card.ts';
import { Dialog } from './dialog.tsx';

/** The two steps of every signature: what will be signed and as whom, then the signature itself. */
export default function Sign({ card, work, onClose }: ActProps) {
  const t = useText();
  const shared = useSharedText();
  const stepId = myStep(work)?.id;
  const { mutate, ...begun } = useMutation({
    mutationFn: (id: string) => post<SigningView>(`/api/steps/${id}/signature`, {}),
  });
  useEffect(() => {
    if (stepId) mutate(stepId);
  }, [stepId, mutate]);
  const file = fileToDecide(card) ?? mainFile(card);
  const session = begun.data;
  return (
    <Dialog title={t('signTitle')} onClose={onClose}>
      {begun.isError && <ProblemView error={begun.error} again={() => stepId && mutate(stepId)} />}
      {!session && !begun.isError && (
        <div role="status">
          {t('signPreparing')} <Loading />
        </div>
      )}
      {session && (
        <>
          {session.isTest && <Notice tone="warn">{t('signTest')}</Notice>}
          <Facts
            of={[
              [t('signFile'), file?.name],
              [t('signNumber'), card.number],
              [t('signAs'), session.certificateSubject],
            ]}
          />
          <p>{t('signExplain')}</p>
          <Group gap={8} mt={16}>
            <ActButton
              data-autofocus
              act={() => post(`/api/signatures/${session.id}/completion`, {})}
              done={t('signed')}
              onDone={onClose}
            >
              {t('sign')}
            </ActButton>
            <Button variant="default" onClick={onClose}>
              {shared('cancel')}
            </Button>
            <span className="meta">{t('signUntil', { time: clock(session.expiresAt) })}</span>
          </Group>
        </>
      )}
    </Dialog>
  );
}
