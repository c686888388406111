import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { Dropped } from '#exchange/contract';
import { useAct } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { useGo } from '../shared/navigation.tsx';
import { useMay } from '../shared/session.ts';
import { useText } from './texts.ts';

/** Takes files in for registration and opens the received item. */
export function useTakeIn() {
  const t = useText();
  const act = useAct();
  const go = useGo();
  return async (files: readonly File[]) => {
    if (!files.length) return;
    const id = notifications.show({
      message: t('dropReceiving', { count: files.length }),
      loading: true,
      autoClose: false,
    });
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    const dropped = await act(() => post<Dropped>('/api/intake', form), { done: t('dropReceived') });
    notifications.hide(id);
    if (dropped) go(`/intake/${dropped.id}`);
  };
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
const isOwnPlace = (event: DragEvent) =>
  event.target instanceof Element && event.target.closest('[data-takes-files]') !== null;

/** Files dropped anywhere are received mail, unless a field under them takes files itself. */
export function DropAnywhere() {
  const t = useText();
  const takeIn = useTakeIn();
  const mayRegister = useMay('register documents');
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(!isOwnPlace(event));
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (!carriesFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (mayRegister) void takeIn(files);
      else notifications.show({ message: t('dropNotYours') });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  });
  return isOver ? <div className="drop-anywhere">{mayRegister ? t('dropHere') : t('dropNotYours')}</div> : null;
}
