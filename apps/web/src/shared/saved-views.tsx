import { ActionIcon, Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct } from './act.tsx';
import { del, post, withQuery } from './api.ts';
import { ActForm, useActForm } from './form.tsx';
import { useGo, usePathname, useQueryText } from './navigation.tsx';
import { useGet } from './query.ts';
import { useSharedText } from './texts.ts';

interface SavedView {
  id: string;
  screen: string;
  name: string;
  query: Record<string, string>;
}

/** The filters of a screen kept under a name; the view itself is only an address. */
export function SavedViews({ screen }: { screen: string }) {
  const t = useSharedText();
  const act = useAct();
  const go = useGo();
  const pathname = usePathname();
  const [isNaming, setIsNaming] = useState(false);
  const { data = [] } = useGet<SavedView[]>('/api/views');
  const mine = data.filter((view) => view.screen === screen);
  const drop = ({ id, name, query }: SavedView) =>
    act(() => del(`/api/views/${id}`), {
      done: t('viewDeleted'),
      undo: () => post('/api/views', { screen, name, query }),
    });
  return (
    <>
      <Menu width={260}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {t('views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mine.length === 0 && <Menu.Label>{t('noViews')}</Menu.Label>}
          {mine.map((view) => (
            <div key={view.id} style={{ display: 'flex', alignItems: 'center' }}>
              <Menu.Item onClick={() => go(withQuery(pathname, view.query))}>{view.name}</Menu.Item>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('deleteView', { name: view.name })}
                onClick={() => void drop(view)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setIsNaming(true)}>{t('saveView')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isNaming && <NameView screen={screen} onClose={() => setIsNaming(false)} />}
    </>
  );
}

function NameView({ screen, onClose }: { screen: string; onClose: () => void }) {
  const t = useSharedText();
  const [{ open: _open, ...query }] = useQueryText();
  const form = useActForm({
    initial: { name: '' },
    send: ({ name }) => post('/api/views', { screen, name, query }),
    done: t('viewSaved'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('saveView')} closeButtonProps={{ 'aria-label': t('close') }}>
      <ActForm form={form} submit={t('save')} onCancel={onClose}>
        <TextInput label={t('viewName')} data-autofocus {...form.getInputProps('name')} />
      </ActForm>
    </Modal>
  );
}
