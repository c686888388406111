import { Button, Group, type ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useState, type ReactNode } from 'react';
import { ProblemView } from './page.tsx';
import { refresh } from './query.ts';
import { useSharedText } from './texts.ts';

const UNDO_MS = 10_000;

interface After {
  /** What to tell when it is done. */
  done?: string;
  /** How to take it back; offered for ten seconds. */
  undo?: () => Promise<unknown>;
}

/** Tells a person that something is done; with `undo` it can be taken back for ten seconds. */
export function useTell() {
  const t = useSharedText();
  return useCallback(
    (message: string, undo?: () => Promise<unknown>) => {
      const id = `told-${Date.now()}-${Math.random()}`;
      const takeBack = async () => {
        notifications.hide(id);
        try {
          await undo!();
          notifications.show({ message: t('undone'), autoClose: 4000 });
        } catch (error) {
          notifications.show({ message: <ProblemView error={error} />, autoClose: 12_000 });
        }
        await refresh();
      };
      notifications.show({
        id,
        autoClose: undo ? UNDO_MS : 4000,
        closeButtonProps: { 'aria-label': t('close') },
        message: undo ? (
          <Group justify="space-between" wrap="nowrap">
            <span>{message}</span>
            <Button size="compact-sm" variant="default" onClick={() => void takeBack()}>
              {t('undo')}
            </Button>
          </Group>
        ) : (
          message
        ),
      });
    },
    [t],
  );
}

/**
 * Does an act: `await act(() => post('/api/…'), { done: t('sent') })`. What is shown is refreshed; a refusal is told in its own words.
 * Gives what the act gave, or `undefined` when it was refused.
 */
export function useAct() {
  const tell = useTell();
  const t = useSharedText();
  return useCallback(
    async <T,>(deed: () => Promise<T>, { done, undo }: After = {}): Promise<T | undefined> => {
      try {
        const given = await deed();
        await refresh();
        if (done) tell(done, undo);
        return given;
      } catch (error) {
        notifications.show({
          message: <ProblemView error={error} />,
          autoClose: 15_000,
          closeButtonProps: { 'aria-label': t('close') },
        });
        return undefined;
      }
    },
    [tell, t],
  );
}

interface ActButtonProps extends ButtonProps, After {
  act: () => Promise<unknown>;
  children: ReactNode;
  onDone?: () => void;
}

/** A button that does an act and waits for it. */
export function ActButton({ act: deed, done, undo, onDone, children, ...rest }: ActButtonProps) {
  const [isBusy, setIsBusy] = useState(false);
  const act = useAct();
  const click = async () => {
    setIsBusy(true);
    let isDone = false;
    await act(() => deed().then((given) => ((isDone = true), given)), { done, undo });
    setIsBusy(false);
    if (isDone) onDone?.();
  };
  return (
    <Button {...rest} loading={isBusy} onClick={() => void click()}>
      {children}
    </Button>
  );
}
