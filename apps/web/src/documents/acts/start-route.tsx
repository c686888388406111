import { Button, CloseButton, Group, Select } from '@mantine/core';
import type { KindView } from '#documents/contract';
import { post } from '../../shared/api.ts';
import { PeopleSelect } from '../../shared/fields.tsx';
import { ActForm, useActForm } from '../../shared/form.tsx';
import { useKinds, useWord } from '../../shared/words.ts';
import type { ActProps } from '../act-dialog.ts';
import { useText } from '../texts.ts';
import { Dialog } from './dialog.tsx';

interface Stretch {
  act: string;
  personIds: string[];
}

const ACTS = ['review', 'approve', 'sign', 'acquaint'];

/** Who reviews, approves and signs, in what order; the acts come from the kind, the signer is proposed. */
export default function StartRoute({ card, letter, onClose }: ActProps) {
  const { kinds } = useKinds();
  const kind = kinds.find(({ name }) => name === card.kind);
  return kind ? (
    <RouteForm card={card} kind={kind} signerId={letter?.suggestedSigners[0]?.id} onClose={onClose} />
  ) : null;
}

interface RouteFormProps {
  card: ActProps['card'];
  kind: KindView;
  signerId: string | undefined;
  onClose: () => void;
}

function RouteForm({ card, kind, signerId, onClose }: RouteFormProps) {
  const t = useText();
  const word = useWord();
  const acts = kind.route.length ? kind.route : ['approve', 'sign'];
  const form = useActForm({
    initial: {
      stretches: acts.map((act): Stretch => ({ act, personIds: act === 'sign' && signerId ? [signerId] : [] })),
    },
    send: ({ stretches }) =>
      post(`/api/documents/${card.id}/route`, { stretches: stretches.filter(({ personIds }) => personIds.length) }),
    done: t('routeStarted'),
    onDone: onClose,
    draft: `route-${card.id}`,
  });
  const { stretches } = form.values;
  return (
    <Dialog title={t('startRouteTitle')} size={640} onClose={onClose}>
      <ActForm form={form} submit={t('start')} onCancel={onClose}>
        <p className="quiet" style={{ marginTop: 0 }}>
          {t('routeExplain')}
        </p>
        {stretches.map((stretch, place) => (
          <Group
            key={place}
            role="group"
            aria-label={t('stretch', { place: place + 1 })}
            align="flex-start"
            wrap="nowrap"
            mb={10}
            gap={8}
          >
            <Select
              label={`${t('stretch', { place: place + 1 })}`}
              w={150}
              style={{ flex: 'none' }}
              allowDeselect={false}
              data={ACTS.map((act) => ({ value: act, label: word('act', act) }))}
              {...form.getInputProps(`stretches.${place}.act`)}
            />
            <PeopleSelect style={{ flex: 1 }} {...form.getInputProps(`stretches.${place}.personIds`)} />
            <CloseButton
              mt={22}
              aria-label={t('removeStretch', { place: place + 1 })}
              onClick={() => form.removeListItem('stretches', place)}
            />
          </Group>
        ))}
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            form.insertListItem('stretches', { act: 'approve', personIds: [] }, Math.max(stretches.length - 1, 0))
          }
        >
          {t('addStretch')}
        </Button>
      </ActForm>
    </Dialog>
  );
}
