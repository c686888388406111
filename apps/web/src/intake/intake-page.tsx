import { Button, Checkbox, Modal, SegmentedControl, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { IntakeItem, IntakePage as View } from '#exchange/contract';
import { useTakeIn } from '../frame/drop-anywhere.tsx';
import { withQuery } from '../shared/api.ts';
import { FilesField } from '../shared/fields.tsx';
import { moment } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Empty, Page, ProblemView, StateMark, type Tone } from '../shared/page.tsx';
import { useEndless } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useSharedText } from '../shared/texts.ts';
import { useWord } from '../shared/words.ts';
import { useText } from './texts.ts';

const TONES: Record<NonNullable<IntakeItem['severity']>, Tone> = { info: 'plain', warning: 'warn', refused: 'bad' };
const SIGNATURES: Record<NonNullable<IntakeItem['signature']>, Tone> = {
  accept: 'good',
  indeterminate: 'warn',
  reject: 'bad',
};
const CHANNELS = ['email', 'e-address', 'scan', 'upload', 'portal'];

/** Everything that came and waits to be registered, from all channels in order of arrival. */
export default function IntakePage() {
  const t = useText();
  const shared = useSharedText();
  const word = useWord();
  const [query, change] = useQueryText();
  const state = query['state'] ?? 'new';
  const filters = { state, channel: query['channel'], signature: query['signature'] };
  const list = useEndless<View>(withQuery('/api/intake', filters), (before) =>
    withQuery('/api/intake', { ...filters, before }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const count = list.data?.pages[0]?.count;
  const columns: Column<IntakeItem>[] = [
    {
      name: 'receivedAt',
      title: t('receivedAt'),
      width: 140,
      cell: ({ receivedAt }) => <span className="figures">{moment(receivedAt)}</span>,
    },
    { name: 'channel', title: t('channel'), width: 110, cell: ({ channel }) => word('channel', channel) },
    {
      name: 'sender',
      title: t('sender'),
      width: 170,
      cell: ({ senderName, senderAddress }) => <span title={senderAddress}>{senderName || senderAddress || '–'}</span>,
    },
    {
      name: 'subject',
      title: t('subject'),
      cell: ({ id, subject }) => <Link to={`/intake/${id}`}>{subject || t('withoutSubject')}</Link>,
    },
    {
      name: 'findings',
      title: t('findings'),
      width: 150,
      cell: ({ severity }) =>
        severity ? (
          <StateMark tone={TONES[severity]}>{t(`severity.${severity}`)}</StateMark>
        ) : (
          <span className="quiet">{t('severity.ok')}</span>
        ),
    },
    {
      name: 'signature',
      title: t('signature'),
      width: 120,
      cell: ({ signature }) =>
        signature && <StateMark tone={SIGNATURES[signature]}>{t(`signature.${signature}`)}</StateMark>,
    },
    { name: 'files', title: t('files'), width: 72, isEnd: true, cell: ({ files }) => files },
  ];
  return (
    <Page title={t('title')} actions={<Button onClick={() => change({ new: '1' })}>{t('choose')}</Button>}>
      <div className="filters">
        <SegmentedControl
          size="xs"
          aria-label={t('states')}
          value={state}
          onChange={(value) => change({ state: value === 'new' ? null : value })}
          data={(['new', 'registered', 'dismissed'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <Select
          size="xs"
          aria-label={t('channel')}
          placeholder={t('anyChannel')}
          clearable
          data={CHANNELS.map((value) => ({ value, label: word('channel', value) }))}
          value={query['channel'] ?? null}
          onChange={(channel) => change({ channel })}
        />
        <Checkbox
          label={t('notAccepted')}
          mb={6}
          checked={query['signature'] === 'not-accepted'}
          onChange={(event) => change({ signature: event.currentTarget.checked ? 'not-accepted' : null })}
        />
      </div>
      {list.isError && !list.data ? (
        <ProblemView error={list.error} again={() => void list.refetch()} />
      ) : (
        <RegisterTable
          name="intake"
          label={t('title')}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          nameOf={({ subject }) => subject || t('withoutSubject')}
          linkOf={({ id }) => `/intake/${id}`}
          hasMore={list.hasNextPage}
          onMore={() => void (list.isFetchingNextPage || list.fetchNextPage())}
          isLoading={list.isPending}
          above={count !== undefined && <span className="quiet figures">{shared('rows', { count })}</span>}
          empty={
            state === 'new' ? <Empty title={t('empty')}>{t('emptyHint')}</Empty> : <Empty title={t('emptyOther')} />
          }
        />
      )}
      {query['new'] && <ChooseFiles onClose={() => change({ new: null })} />}
    </Page>
  );
}

function ChooseFiles({ onClose }: { onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const takeIn = useTakeIn();
  const [files, setFiles] = useState<File[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const send = async () => {
    setIsBusy(true);
    await takeIn(files);
    setIsBusy(false);
  };
  return (
    <Modal opened onClose={onClose} title={t('chooseTitle')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <FilesField label={t('chooseField')} value={files} onChange={setFiles} />
      <Button mt={16} disabled={!files.length} loading={isBusy} onClick={() => void send()}>
        {t('takeIn')}
      </Button>
    </Modal>
  );
}
