import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { InboxItem } from '#approval/contract';
import { useAct } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { ActForm, useActForm } from '../shared/form.tsx';
import { daysLeft, moment } from '../shared/format.ts';
import { useKeys } from '../shared/keys.ts';
import { Link, useGo } from '../shared/navigation.tsx';
import { Due, Section } from '../shared/page.tsx';
import { useSharedText } from '../shared/texts.ts';
import { useKinds, useWord } from '../shared/words.ts';
import { SignChosen } from '../signing/sign-chosen.tsx';
import './work-list.css';
import { useText } from './texts.ts';

type Group = 'late' | 'today' | 'new';
const GROUPS: Group[] = ['late', 'today', 'new'];

const groupOf = ({ dueOn }: InboxItem): Group => {
  if (!dueOn) return 'new';
  const left = daysLeft(dueOn);
  return left < 0 ? 'late' : left === 0 ? 'today' : 'new';
};

/**
 * What waits, by urgency; every row says what is expected and offers that act. `j k` move, `o` opens, `e` acts; where several signatures
 * wait, `x` chooses some to be given at once.
 */
export function WorkList({ items, empty }: { items: readonly InboxItem[]; empty: ReactNode }) {
  const t = useText();
  const go = useGo();
  const [now, setNow] = useState(0);
  const [reporting, setReporting] = useState<InboxItem>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const doAct = useRowAct(setReporting);
  const ordered = GROUPS.flatMap((group) => items.filter((item) => groupOf(item) === group));
  const move = (by: number) => {
    const next = Math.min(Math.max(now + by, 0), ordered.length - 1);
    setNow(next);
    document.getElementById(`work-${ordered[next]?.id}`)?.focus();
  };
  const current = ordered[now];
  const signable = ordered.filter(isToSign).map(({ id }) => id);
  const choose = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ...(current && { o: () => go(`/documents/${current.document.id}`), e: () => doAct(current) }),
    ...(current && signable.length > 1 && isToSign(current) && { x: () => choose(current.id) }),
  });
  return (
    <>
      <SignChosen signable={signable} chosen={chosen.filter((id) => signable.includes(id))} onChoose={setChosen} />
      {GROUPS.map((group) => {
        const rows = ordered.filter((item) => groupOf(item) === group);
        return (
          rows.length > 0 && (
            <Section key={group} title={`${t(group)} (${rows.length})`}>
              <ul className="rows work">
                {rows.map((item) => (
                  <WorkRow
                    key={item.id}
                    item={item}
                    isNow={item === current}
                    onNow={() => setNow(ordered.indexOf(item))}
                    onAct={() => doAct(item)}
                    {...(signable.length > 1 &&
                      isToSign(item) && { isChosen: chosen.includes(item.id), onChoose: () => choose(item.id) })}
                  />
                ))}
              </ul>
            </Section>
          )
        );
      })}
      {items.length === 0 && empty}
      {reporting && <Report item={reporting} onClose={() => setReporting(undefined)} />}
    </>
  );
}

const isToSign = ({ what, act, document: { state } }: InboxItem) =>
  what === 'step' && act === 'sign' && state === 'to-sign';

interface WorkRowProps {
  item: InboxItem;
  isNow: boolean;
  onNow: () => void;
  onAct: () => void;
  isChosen?: boolean;
  onChoose?: () => void;
}

function WorkRow({ item, isNow, onNow, onAct, isChosen = false, onChoose }: WorkRowProps) {
  const t = useText();
  const word = useWord();
  const { kindName } = useKinds();
  const { document: about } = item;
  return (
    <li data-now={isNow ? '' : undefined} onFocus={onNow}>
      {onChoose && (
        <Checkbox checked={isChosen} onChange={onChoose} aria-label={t('chooseToSign', { title: about.title })} />
      )}
      <span className="work-act">{word('act', item.act)}</span>
      <div className="grow">
        <Link id={`work-${item.id}`} to={`/documents/${about.id}`} className="work-title">
          {about.title}
        </Link>
        <div className="meta">
          {[
            kindName(about.kind),
            about.number ?? t('withoutNumber'),
            about.counterpartyName,
            item.onBehalfOf && t('for', { person: item.onBehalfOf }),
            t('since', { moment: moment(item.since) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {item.text && <div className="work-text">{item.text}</div>}
      </div>
      <span className="work-due">
        <Due on={item.dueOn} />
      </span>
      <Button
        size="xs"
        variant={isNow ? 'filled' : 'default'}
        onClick={onAct}
        aria-label={`${t(`do.${item.act}` as 'do.execute')}: ${about.title}`}
      >
        {t(`do.${item.act}` as 'do.execute')}
      </Button>
    </li>
  );
}

/** What the button of a row does. A visa needs the file before the eyes, so it opens the document at its route. */
function useRowAct(report: (item: InboxItem) => void) {
  const t = useText();
  const act = useAct();
  const go = useGo();
  return (item: InboxItem) => {
    const card = `/documents/${item.document.id}`;
    if (item.what === 'step' && item.act === 'acquaint' && item.document.mainSha256) {
      const decision = { verdict: 'agree', seenSha256: item.document.mainSha256 };
      return void act(() => post(`/api/steps/${item.id}/decision`, decision), { done: t('done.acquaint') });
    }
    if (isToSign(item)) return go(`${card}?do=sign`);
    if (item.what === 'step') return go(`${card}?place=route`);
    if (item.act === 'resolve') return go(`${card}?do=resolve`);
    if (item.act === 'acquaint')
      return void act(() => post(`/api/tasks/${item.id}/completion`, {}), { done: t('done.acquaint') });
    if (item.act === 'answer') return go(`${card}?do=reply`);
    report(item);
  };
}

/** Reports a task as done, with a word on what was done. */
export function Report({ item, onClose }: { item: { id: string }; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { report: '' },
    send: ({ report }) => post(`/api/tasks/${item.id}/completion`, { report: report || null }),
    done: t('done.task'),
    onDone: onClose,
    draft: `report-${item.id}`,
  });
  return (
    <Modal opened onClose={onClose} title={t('reportTitle')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={t('markDone')} onCancel={onClose}>
        <Textarea
          label={t('report')}
          description={t('reportHint')}
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps('report')}
        />
      </ActForm>
    </Modal>
  );
}
