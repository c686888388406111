import { Button, Menu } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import type { NotificationsPage } from '#notifications/contract';
import { useAct } from '../shared/act.tsx';
import { put } from '../shared/api.ts';
import { day, moment, usePick } from '../shared/format.ts';
import { useGo } from '../shared/navigation.tsx';
import { useGet } from '../shared/query.ts';
import { useText } from './texts.ts';

/** What happened to the reader's documents; opening a line reads it. */
export function Bell() {
  const t = useText();
  const pick = usePick();
  const go = useGo();
  const act = useAct();
  const { data } = useGet<NotificationsPage>('/api/notifications', { fresh: 30_000 });
  if (!data) return null;
  const open = (id: string, page: string | null) => {
    void act(() => put('/api/notifications/read', { ids: [id] }));
    if (page) go(page);
  };
  return (
    <Menu width={420}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink)"
          px={8}
          aria-label={t('notificationsUnread', { count: data.unread })}
        >
          <IconBell size={18} aria-hidden />
          {data.unread > 0 && <span className="figures bell-count">{data.unread}</span>}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflow: 'auto' }}>
        <Menu.Label>{t('notifications')}</Menu.Label>
        {data.rows.length === 0 && <Menu.Label>{t('noNotifications')}</Menu.Label>}
        {data.rows.map((row) => (
          <Menu.Item key={row.id} onClick={() => open(row.id, row.page)} style={{ whiteSpace: 'normal' }}>
            <div style={{ fontWeight: row.readAt ? 400 : 650 }}>
              {pick(row.text)}
              {!row.documentId && row.dueOn && ` (${day(row.dueOn)})`}
              {row.title && `: ${[row.number, row.title].filter(Boolean).join(' ')}`}
            </div>
            <div className="meta figures">
              {moment(row.at)}
              {row.onBehalfOf && ` · ${row.onBehalfOf}`}
            </div>
          </Menu.Item>
        ))}
        {data.unread > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => void act(() => put('/api/notifications/read', {}))}>{t('readAll')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
