import { IconLock } from '@tabler/icons-react';
import type { ArchiveCase } from '#archive/contract';
import { withQuery } from '../shared/api.ts';
import { day, fileSize, usePick } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { StateMark } from '../shared/page.tsx';
import type { Column } from '../shared/register-table.tsx';
import { useText } from './texts.ts';

/** The columns of a list of cases; the index leads to the documents. */
export function useCaseColumns(): Column<ArchiveCase>[] {
  const t = useText();
  const pick = usePick();
  return [
    {
      name: 'index',
      title: t('index'),
      width: 66,
      cell: ({ index }) => <Link to={documentsOf(index)}>{index}</Link>,
    },
    {
      name: 'title',
      title: t('caseTitle'),
      cell: ({ title, access }) => (
        <span title={title}>
          {access === 'restricted' && (
            <IconLock size={14} aria-label={t('restricted')} style={{ verticalAlign: -2, marginRight: 4 }} />
          )}
          {title}
        </span>
      ),
    },
    { name: 'term', title: t('term'), width: 146, cell: ({ term }) => pick(term) },
    {
      name: 'category',
      title: t('category'),
      width: 100,
      isExtra: true,
      cell: ({ category }) => t(`category.${category}`),
    },
    {
      name: 'unit',
      title: t('unit'),
      width: 136,
      cell: ({ unitName }) => <span title={unitName ?? undefined}>{unitName ?? '–'}</span>,
    },
    { name: 'medium', title: t('medium'), width: 100, isExtra: true, cell: ({ medium }) => t(`medium.${medium}`) },
    {
      name: 'system',
      title: t('system'),
      width: 140,
      isExtra: true,
      cell: ({ informationSystem }) => informationSystem ?? '–',
    },
    { name: 'documents', title: t('documents'), width: 94, isEnd: true, cell: ({ documents }) => documents },
    { name: 'unfinished', title: t('unfinished'), width: 84, isEnd: true, cell: ({ unfinished }) => unfinished },
    {
      name: 'size',
      title: t('size'),
      width: 80,
      isEnd: true,
      isExtra: true,
      cell: ({ bytes }) => (bytes ? fileSize(bytes) : '–'),
    },
    {
      name: 'lastFiled',
      title: t('lastFiled'),
      width: 120,
      isExtra: true,
      cell: ({ lastFiledOn }) => <span className="figures">{day(lastFiledOn)}</span>,
    },
    {
      name: 'state',
      title: t('state'),
      width: 92,
      cell: ({ state }) => <StateMark tone={state === 'open' ? 'good' : 'plain'}>{t(`state.${state}`)}</StateMark>,
    },
    {
      name: 'disposalOn',
      title: t('disposalOn'),
      width: 116,
      cell: ({ disposalOn }) => <span className="figures">{day(disposalOn)}</span>,
    },
  ];
}

export const documentsOf = (caseIndex: string) => withQuery('/documents', { caseIndex });
