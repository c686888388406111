import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PaperView, SigningOffer } from '#signing/contract';
import { useTell } from '../shared/act.tsx';
import { Loading, ProblemView, Section } from '../shared/page.tsx';
import { useOnce } from '../shared/query.ts';
import { takeFocus } from '../shared/take-focus.ts';
import { useSharedText } from '../shared/texts.ts';
import { BatchList, MeansChoice, PaperFacts } from './papers.tsx';
import { SigningState, Trouble } from './signing-state.tsx';
import { useText } from './texts.ts';
import { useSigning } from './use-signing.ts';

const LAST_MEANS = 'aprite.signing.means';

/** Signing one document or many: with what, exactly what, and then how it goes. */
export function SignDialog({ stepIds, onClose }: { stepIds: readonly string[]; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const offer = useOnce<SigningOffer>(`/api/signing-offer?steps=${stepIds.join(',')}`);
  const title = stepIds.length > 1 ? t('batchTitle', { count: stepIds.length }) : t('title');
  return (
    <Modal opened onClose={onClose} title={title} size={620} closeButtonProps={{ 'aria-label': shared('close') }}>
      {offer.isError && <ProblemView error={offer.error} again={() => void offer.refetch()} />}
      {!offer.data && !offer.isError && (
        <div role="status">
          {t('preparing')} <Loading />
        </div>
      )}
      {offer.data && <Choice offer={offer.data} onClose={onClose} />}
    </Modal>
  );
}

function Choice({ offer, onClose }: { offer: SigningOffer; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const signing = useSigning();
  const { means, papers, isIdentified } = offer;
  const [chosen, setChosen] = useState(() => localStorage.getItem(LAST_MEANS));
  const [form, setForm] = useState<PaperView['choices'][number]['form']>();
  const [only, another] = papers;
  const using = means.find(({ name }) => name === chosen) ?? means[0];
  const signable = papers.filter(({ problem }) => !problem);
  useCloseWhenSigned(signing, onClose);
  if (signing.session.data)
    return (
      <>
        <SigningState signing={signing} />
        {signing.session.data.waitsFor === null && (
          <Button mt={16} variant="default" onClick={onClose}>
            {shared('close')}
          </Button>
        )}
      </>
    );
  const begin = () => {
    localStorage.setItem(LAST_MEANS, using!.name);
    void signing.begin(using!, { stepIds: signable.map(({ stepId }) => stepId), form: another ? undefined : form });
  };
  return (
    <>
      <MeansChoice means={means} value={using} onChange={setChosen} />
      {using?.makes === 'signature' && !using.isTest && (
        <p className="meta">{t(isIdentified ? 'identified' : 'toBeIdentified')}</p>
      )}
      <Section title={t('what')}>
        {another || only?.problem ? (
          <BatchList papers={papers} />
        ) : (
          only && <PaperFacts paper={only} form={form} onForm={setForm} />
        )}
      </Section>
      <p>{t('explain')}</p>
      {signing.busy ? <SigningState signing={signing} /> : <Trouble error={signing.error} />}
      <Group gap={8} mt={16}>
        <Button
          data-autofocus
          ref={takeFocus}
          onClick={begin}
          loading={signing.busy !== undefined}
          disabled={!using || !signable.length}
        >
          {t('sign')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {shared(signing.busy ? 'close' : 'cancel')}
        </Button>
      </Group>
    </>
  );
}

/** When all is signed there is nothing more to read here; an outcome that is not so stays on the screen. */
function useCloseWhenSigned({ session, busy }: ReturnType<typeof useSigning>, onClose: () => void) {
  const t = useText();
  const tell = useTell();
  const view = session.data;
  const isDone = !busy && view?.state === 'completed' && view.items.every(({ state }) => state === 'signed');
  const count = view?.items.length ?? 0;
  useEffect(() => {
    if (!isDone) return;
    tell(count === 1 ? t('signedOne') : t('signedAll', { count }));
    onClose();
  }, [isDone, count, tell, t, onClose]);
}
