import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, type ComponentType } from 'react';
import { ActButton, useAct } from '../shared/act.tsx';
import { useMay } from '../shared/session.ts';
import { del, post, put } from '../shared/api.ts';
import { isEnded } from '../shared/words.ts';
import type { ActName, ActProps } from './act-dialog.ts';
import { useText } from './texts.ts';
import { myStep, myTask, type Card } from './use-card.ts';

const Why = lazy(() => import('./acts/why.tsx'));

const dialogs: Record<ActName, ComponentType<ActProps>> = {
  resolve: lazy(() => import('./acts/resolve.tsx')),
  reply: lazy(() => import('./acts/reply.tsx')),
  'send-to-resolver': lazy(() => import('./acts/send-to-resolver.tsx')),
  'start-route': lazy(() => import('./acts/start-route.tsx')),
  sign: lazy(() => import('./acts/sign.tsx')),
  file: lazy(() => import('./acts/file.tsx')),
  restrict: lazy(() => import('./acts/restrict.tsx')),
  why: ({ card, onClose }) => <Why id={card.id} onClose={onClose} />,
  close: lazy(() => import('./acts/close.tsx')),
};

/** The dialog of an act; its name stands in the address, so an act can be linked to. */
export function ActDialog({ name, ...rest }: ActProps & { name: ActName }) {
  const Dialog = dialogs[name];
  return Dialog ? (
    <Suspense fallback={null}>
      <Dialog {...rest} />
    </Suspense>
  ) : null;
}

interface CardActsProps extends Card {
  onAct: (name: ActName) => void;
  onPlace: (place: string) => void;
}

/** The next act as the one primary button; the rest in a menu. */
export function CardActs({ card, work, letter, onAct, onPlace }: CardActsProps) {
  const t = useText();
  const act = useAct();
  const mayRegister = useMay('register documents');
  const mayFile = useMay('file documents');
  const mayDraft = useMay('draft');
  const step = myStep(work);
  const resolveTask = myTask(work, 'resolve');
  const answerTask = myTask(work, 'answer', 'execute');
  const acquaintTask = myTask(work, 'acquaint');
  const isRunning = work.steps.some(({ state }) => state === 'open' || state === 'waiting');
  const isIncoming = card.direction === 'incoming';
  const mayStart = mayDraft && !isRunning && card.state === 'draft';
  const maySend = mayRegister && isIncoming && letter !== null && ['registered', 'in-resolution'].includes(card.state);

  const possible: (['sign' | ActName | 'decide' | 'acquainted' | 'unrestrict', string] | false)[] = [
    Boolean(step?.act === 'sign') && ['sign', t('sign')],
    Boolean(step && step.act !== 'sign') && ['decide', t('decide')],
    Boolean(letter?.mayResolve && resolveTask) && ['resolve', t('resolve')],
    Boolean(letter?.mayDraftReply && answerTask) && ['reply', t('reply')],
    Boolean(acquaintTask) && ['acquainted', t('acquainted')],
    maySend && card.state === 'registered' && ['send-to-resolver', t('sendToResolver')],
    mayStart && ['start-route', t('startRoute')],
    mayFile && !card.filedAt && isEnded(card.state) && ['file', t('fileInto')],
  ];
  const [next] = possible.filter((one) => one !== false);
  const others: ([ActName | 'unrestrict', string] | false)[] = [
    Boolean(letter?.mayResolve) && ['resolve', t('resolve')],
    Boolean(letter?.mayDraftReply) && ['reply', t('reply')],
    maySend && ['send-to-resolver', t('sendToResolver')],
    mayStart && ['start-route', t('startRoute')],
    mayFile && ['file', t('fileInto')],
    (mayRegister || mayFile) && card.access === 'open' && ['restrict', t('restrict')],
    (mayRegister || mayFile) && card.access === 'restricted' && ['unrestrict', t('unrestrict')],
    isIncoming &&
      letter !== null &&
      !isEnded(card.state) &&
      (mayRegister || letter.mayResolve) && ['close', t('closeLetter')],
    ['why', t('whySee')],
  ];
  const unrestrict = () => {
    const back = { basis: card.restrictionBasis, until: card.restrictedUntil };
    void act(() => del(`/api/documents/${card.id}/restriction`), {
      done: t('unrestrictDone'),
      undo: () => put(`/api/documents/${card.id}/restriction`, back),
    });
  };
  const more = others.filter((one) => one !== false).filter(([name]) => name !== next?.[0]);
  return (
    <>
      {next &&
        (next[0] === 'acquainted' ? (
          <ActButton act={() => post(`/api/tasks/${acquaintTask!.id}/completion`, {})}>{next[1]}</ActButton>
        ) : (
          <Button onClick={() => (next[0] === 'decide' ? onPlace('route') : onAct(next[0] as ActName))}>
            {next[1]}
          </Button>
        ))}
      <Menu width={280}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map(([name, text]) => (
            <Menu.Item key={name} onClick={() => (name === 'unrestrict' ? unrestrict() : onAct(name))}>
              {text}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
