import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DraftView } from '#council/contract';
import { useAct } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { useGet } from '../shared/query.ts';
import { useText } from './texts.ts';

/** Adds a draft decision or another matter to the agenda; in an open sitting it is proposed as an additional item. */
export function AddItem({
  sittingId,
  isProposal = false,
  onDone,
}: {
  sittingId: string;
  isProposal?: boolean;
  onDone?: () => void;
}) {
  const t = useText();
  const act = useAct();
  const drafts = useGet<DraftView[]>('/api/council-drafts');
  const [draftId, setDraftId] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [proposedBy, setProposedBy] = useState('');
  const [isClosed, setIsClosed] = useState(false);
  const [closedBasis, setClosedBasis] = useState('');
  const options = (drafts.data ?? [])
    .filter(({ sittingId: on }) => !on)
    .map(({ id, title: label, missing }) => ({ value: id, label: missing.length ? `${label} (!)` : label }));
  const add = async () => {
    const body = {
      ...(draftId ? { draftId } : { title }),
      isClosed,
      ...(isClosed ? { closedBasis } : {}),
      ...(proposedBy ? { proposedBy } : {}),
    };
    if ((await act(() => post<{ id: string }>(`/api/sittings/${sittingId}/items`, body))) === undefined) return;
    setDraftId(null);
    setTitle('');
    setIsClosed(false);
    onDone?.();
  };
  return (
    <form
      className="add-item"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Select label={t('addDraft')} data={options} value={draftId} onChange={setDraftId} searchable clearable />
      {!draftId && (
        <TextInput label={t('addTitle')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      )}
      {isProposal && (
        <TextInput
          label={t('proposedBy')}
          value={proposedBy}
          onChange={(event) => setProposedBy(event.currentTarget.value)}
        />
      )}
      <Group gap={12} align="end">
        <Checkbox
          label={t('closedItem')}
          checked={isClosed}
          onChange={(event) => setIsClosed(event.currentTarget.checked)}
        />
        {isClosed && (
          <TextInput
            label={t('closedBasis')}
            value={closedBasis}
            onChange={(event) => setClosedBasis(event.currentTarget.value)}
            required
          />
        )}
        <Button type="submit" variant="default" disabled={!draftId && title.trim().length < 3}>
          {t('add')}
        </Button>
      </Group>
    </form>
  );
}
