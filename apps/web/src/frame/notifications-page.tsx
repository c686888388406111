import { Radio } from '@mantine/core';
import { EmailChoice, NotificationKind, type NotificationSettings } from '#notifications/contract';
import { useAct } from '../shared/act.tsx';
import { put } from '../shared/api.ts';
import { Loaded, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useText } from './texts.ts';

const PATH = '/api/notifications/settings';

/** Which news comes by e-mail, and when; a choice is kept at once and can be taken back. */
export default function NotificationsPage() {
  const t = useText();
  const act = useAct();
  const settings = useGet<NotificationSettings>(PATH);
  const choose = (before: NotificationSettings, kind: NotificationKind, choice: EmailChoice) =>
    act(() => put(PATH, { email: { ...before.email, [kind]: choice } }), {
      done: t('emailSaved'),
      undo: () => put(PATH, before),
    });
  return (
    <Page title={t('byEmail')} sub={t('byEmailExplain')}>
      <Loaded of={settings}>
        {(chosen) => (
          <div style={{ display: 'grid', gap: 20, maxWidth: 640, marginTop: 12 }}>
            {NotificationKind.options.map((kind) => (
              <Radio.Group
                key={kind}
                label={t(`news.${kind}`)}
                description={t(`newsHint.${kind}`)}
                value={chosen.email[kind]}
                onChange={(choice) => void choose(chosen, kind, choice as EmailChoice)}
              >
                <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 24px', marginTop: 8 }}>
                  {EmailChoice.options.map((choice) => (
                    <Radio key={choice} value={choice} label={t(`email.${choice}`)} />
                  ))}
                </div>
              </Radio.Group>
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
