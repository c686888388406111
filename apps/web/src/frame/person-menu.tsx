import { Button, Menu, Modal, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { del, put } from '../shared/api.ts';
import { density, setDensity, type Density } from '../shared/density.ts';
import { drafts } from '../shared/draft.ts';
import { useGo } from '../shared/navigation.tsx';
import { Loading } from '../shared/page.tsx';
import { queryClient } from '../shared/query.ts';
import { useSession } from '../shared/session.ts';
import { setLocale, useLocale, type Locale } from '../shared/text.ts';
import { useSharedText } from '../shared/texts.ts';
import { useText } from './texts.ts';

const SubstituteForm = lazy(() => import('./substitute-form.tsx'));

/** Who works here now, in what language and look; leaving. */
export function PersonMenu() {
  const t = useText();
  const shared = useSharedText();
  const locale = useLocale();
  const { person, substitutes } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const go = useGo();
  const [rows, setRows] = useState<Density>(density);
  const [isSubstituting, setIsSubstituting] = useState(false);
  const chooseLocale = async (choice: Locale) => {
    setLocale(choice);
    await put('/api/session/locale', { locale: choice }).catch(() => undefined);
    await queryClient.invalidateQueries();
  };
  const chooseDensity = (choice: Density) => {
    setDensity(choice);
    setRows(choice);
  };
  const signOut = async () => {
    await del('/api/session').catch(() => undefined);
    drafts.dropAll();
    queryClient.clear();
    window.location.assign('/');
  };
  const item = (isOn: boolean, text: string, choose: () => void, lang?: string) => (
    <Menu.RadioItem key={text} value={text} checked={isOn} lang={lang} closeMenuOnClick onChange={choose}>
      {text}
    </Menu.RadioItem>
  );
  return (
    <>
      <Menu width={260}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            px={8}
            c="var(--ink)"
            leftSection={<IconUser size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            <span className="person-name">{person.name}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {person.jobTitle}
            {person.unitName && `, ${person.unitName}`}
          </Menu.Label>
          {substitutes.length > 0 && (
            <Menu.Label>{t('substituting', { names: substitutes.map(({ name }) => name).join(', ') })}</Menu.Label>
          )}
          <Menu.Item onClick={() => setIsSubstituting(true)}>{t('substitute')}</Menu.Item>
          <Menu.Item onClick={() => go('/notifications')}>{t('byEmail')}</Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('language')}</Menu.Label>
          {item(locale === 'lv', t('lv'), () => void chooseLocale('lv'), 'lv')}
          {item(locale === 'en', t('en'), () => void chooseLocale('en'), 'en')}
          <Menu.Label>{t('look')}</Menu.Label>
          {item(colorScheme === 'light', t('light'), () => setColorScheme('light'))}
          {item(colorScheme === 'dark', t('dark'), () => setColorScheme('dark'))}
          {item(colorScheme === 'auto', t('auto'), () => setColorScheme('auto'))}
          <Menu.Label>{t('density')}</Menu.Label>
          {item(rows === 'roomy', t('roomy'), () => chooseDensity('roomy'))}
          {item(rows === 'compact', t('compact'), () => chooseDensity('compact'))}
          <Menu.Divider />
          <Menu.Item onClick={() => void signOut()}>{t('signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={isSubstituting}
        onClose={() => setIsSubstituting(false)}
        title={t('substitute')}
        closeButtonProps={{ 'aria-label': shared('close') }}
      >
        <Suspense fallback={<Loading />}>
          <SubstituteForm onDone={() => setIsSubstituting(false)} />
        </Suspense>
      </Modal>
    </>
  );
}
