import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DraftView } from '#council/contract';
import { Empty, Loaded, Page, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useMay } from '../shared/session.ts';
import { DraftForm } from './draft-form.tsx';
import { useText } from './texts.ts';

/** Drafts that wait for the council, each with what is still missing. */
export default function DraftsPage() {
  const t = useText();
  const drafts = useGet<DraftView[]>('/api/council-drafts');
  const mayDraft = useMay('draft');
  const [open, setOpen] = useState<DraftView | 'new' | null>(null);
  const form = open && (
    <DraftForm
      key={open === 'new' ? 'new' : open.id}
      draft={open === 'new' ? null : open}
      onClose={() => setOpen(null)}
    />
  );
  return (
    <Page
      title={t('drafts')}
      sub={t('draftsHint')}
      actions={mayDraft && !open && <Button onClick={() => setOpen('new')}>{t('newDraft')}</Button>}
    >
      {form}
      <Loaded of={drafts}>
        {(rows) =>
          rows.length ? (
            <ul className="rows">
              {rows.map((draft) => (
                <DraftRow key={draft.id} draft={draft} onOpen={() => setOpen(draft)} />
              ))}
            </ul>
          ) : (
            <Empty />
          )
        }
      </Loaded>
    </Page>
  );
}

function DraftRow({ draft, onOpen }: { draft: DraftView; onOpen: () => void }) {
  const t = useText();
  const { title, unitName, reporter, missing, sittingId, committees } = draft;
  return (
    <li>
      <div className="grow">
        <button type="button" className="as-link" onClick={onOpen}>
          {title}
        </button>
        <div className="meta">
          {[
            unitName,
            reporter,
            ...committees.map(({ name, opinion }) => `${name}: ${t(`opinion.${opinion ?? 'none'}`)}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {missing.length ? (
        <span className="meta">
          {t('missing', { fields: missing.map((field) => t(`missing.${field}`)).join(', ') })}
        </span>
      ) : (
        <StateMark tone="good">{sittingId ? t('onAgenda') : t('complete')}</StateMark>
      )}
    </li>
  );
}
