import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import type { ItemView, SittingView } from '#council/contract';
import { useAct } from '../shared/act.tsx';
import { del, put } from '../shared/api.ts';
import { Empty, StateMark, type Tone } from '../shared/page.tsx';
import { useText } from './texts.ts';

export const OUTCOME_TONE: Record<NonNullable<ItemView['outcome']>, Tone> = {
  adopted: 'good',
  rejected: 'bad',
  postponed: 'warn',
  withdrawn: 'plain',
  noted: 'plain',
};

/** The agenda; before the sitting it is arranged by dragging or by Alt and the arrows. */
export function AgendaList({ sitting, mayArrange }: { sitting: SittingView; mayArrange: boolean }) {
  const t = useText();
  const act = useAct();
  const [order, setOrder] = useState<{ of: string; ids: string[] }>();
  const [dragged, setDragged] = useState<string>();
  const key = sitting.agenda.map(({ id }) => id).join();
  const ids = order?.of === key ? order.ids : sitting.agenda.map(({ id }) => id);
  const items = ids.map((id) => sitting.agenda.find((item) => item.id === id)!);
  const move = async (id: string, to: number) => {
    if (to < 0 || to >= ids.length) return;
    const next = ids.filter((one) => one !== id);
    next.splice(to, 0, id);
    setOrder({ of: key, ids: next });
    await act(() => put(`/api/sittings/${sitting.id}/agenda`, { itemIds: next }));
    setOrder(undefined);
    document.getElementById(`item-${id}`)?.focus();
  };
  const press = (event: KeyboardEvent, item: ItemView, index: number) => {
    if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    void move(item.id, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  if (!items.length) return <Empty title={t('emptyAgenda')} />;
  return (
    <>
      {mayArrange && <p className="meta">{t('agendaHint')}</p>}
      <ol className="rows agenda">
        {items.map((item, index) => (
          <li
            key={item.id}
            id={`item-${item.id}`}
            tabIndex={mayArrange ? 0 : undefined}
            draggable={mayArrange}
            data-dragged={dragged === item.id || undefined}
            onKeyDown={(event) => mayArrange && press(event, item, index)}
            onDragStart={() => setDragged(item.id)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => dragged && void move(dragged, index)}
          >
            <span className="agenda-number figures">{mayArrange ? index + 1 : (item.place ?? '–')}.</span>
            <div className="grow">
              {item.title}
              <div className="meta">
                {[
                  item.reporter,
                  item.isClosed && `${t('closedItem')}: ${item.closedBasis}`,
                  item.isOffAgenda && t('offAgenda'),
                  ...item.opinions.map(({ body, opinion }) => `${body}: ${t(`opinion.${opinion ?? 'none'}`)}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              {item.conflicts.length > 0 && (
                <StateMark tone="warn">{t('conflictOf', { names: namesOf(sitting, item) })}</StateMark>
              )}
            </div>
            {item.outcome && (
              <StateMark tone={OUTCOME_TONE[item.outcome]}>
                {[t(`outcome.${item.outcome}`), item.decision && t('decisionNumber', { number: item.decision.number })]
                  .filter(Boolean)
                  .join(', ')}
              </StateMark>
            )}
            {mayArrange && (
              <>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('moveUp', { title: item.title })}
                  disabled={index === 0}
                  onClick={() => void move(item.id, index - 1)}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('moveDown', { title: item.title })}
                  disabled={index === items.length - 1}
                  onClick={() => void move(item.id, index + 1)}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => void act(() => del(`/api/sittings/${sitting.id}/items/${item.id}`))}
                >
                  {t('remove')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

export const namesOf = ({ people }: SittingView, { conflicts }: ItemView): string =>
  conflicts
    .map(({ personId }) => people.find((person) => person.personId === personId)?.name)
    .filter(Boolean)
    .join(', ');
