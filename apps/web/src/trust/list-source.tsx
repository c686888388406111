import { Button, Group } from '@mantine/core';
import type { TrustedListView, TrustSourceView } from '#signing/contract';
import { day, moment, usePick } from '../shared/format.ts';
import { StateMark, type Tone } from '../shared/page.tsx';
import { SmallTable } from '../shared/small-table.tsx';
import { CertificateTable } from './certificate-table.tsx';
import { useText } from './texts.ts';

const stateOf = ({ isUsable, problem, loadedAt }: TrustedListView): ['good' | 'kept' | 'bad' | 'waiting', Tone] => {
  if (isUsable) return problem ? ['kept', 'warn'] : ['good', 'good'];
  return loadedAt || problem ? ['bad', 'bad'] : ['waiting', 'plain'];
};

/** One source of lists: who may sign it, each list's number, dates and state, and what is wrong in words. */
export function ListSource({ source, onRemove }: { source: TrustSourceView; onRemove: () => void }) {
  const t = useText();
  const signer = source.lists.find(({ url }) => url === source.url)?.signer;
  return (
    <div style={{ marginTop: 16 }}>
      <Group justify="space-between" align="baseline">
        <div>
          <strong>{source.name}</strong>{' '}
          <span className="meta" style={{ overflowWrap: 'anywhere' }}>
            {[source.url, ...source.territories].join(' · ')}
          </span>
        </div>
        <Button size="compact-xs" variant="default" onClick={onRemove}>
          {t('remove')}
        </Button>
      </Group>
      <div className="meta">{t('added', { name: source.addedBy, moment: moment(source.addedAt) })}</div>
      <SmallTable
        label={source.name}
        head={[
          { title: t('list') },
          { title: t('sequence'), isEnd: true },
          { title: t('issued') },
          { title: t('nextUpdate') },
          { title: t('services'), isEnd: true },
          { title: t('loaded') },
          { title: t('state') },
        ]}
        rows={source.lists.map((list) => ({
          key: list.url,
          cells: [
            <span key="list" title={list.url}>
              {list.territory || list.url}
            </span>,
            list.sequence ?? '–',
            day(list.issuedAt),
            day(list.nextUpdate),
            list.services || '–',
            <span key="loaded" className="figures" style={{ whiteSpace: 'nowrap' }}>
              {moment(list.loadedAt)}
            </span>,
            <State key="state" of={list} />,
          ],
        }))}
      />
      {source.certificates.length > 0 ? (
        <details style={{ marginTop: 6 }}>
          <summary>
            {t('signers')} ({source.certificates.length})
          </summary>
          <CertificateTable label={t('signers')} of={source.certificates} />
        </details>
      ) : (
        <p className="meta">{signer ? t('anySigner', { name: signer }) : t('anySignerYet')}</p>
      )}
    </div>
  );
}

function State({ of: list }: { of: TrustedListView }) {
  const t = useText();
  const pick = usePick();
  const [state, tone] = stateOf(list);
  return (
    <>
      <StateMark tone={tone}>{t(`state.${state}`)}</StateMark>
      {list.problem && (
        <div>
          {pick(list.problem)} <span className="meta">{t('tried', { moment: moment(list.triedAt) })}</span>
        </div>
      )}
    </>
  );
}
