import { useMemo } from 'react';
import { withQuery } from '../shared/api.ts';
import { useQueryText } from '../shared/navigation.tsx';
import { Empty, ProblemView } from '../shared/page.tsx';
import { useEndless } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useSharedText } from '../shared/texts.ts';

interface FilteredRegisterProps<Row> {
  name: string;
  label: string;
  path: string;
  /** The filters of the address bar that the list understands. */
  filters: readonly string[];
  columns: Column<Row>[];
  nameOf: (row: Row) => string;
  linkOf: (row: Row) => string;
  height: string;
  /** What is told when there is nothing at all, and what to do about it. */
  none: string;
  hint: string;
}

/** A register of this room as its filters in the address bar narrow it, page after page. */
export function FilteredRegister<Row extends { id: string }>({
  path,
  filters,
  none,
  hint,
  ...table
}: FilteredRegisterProps<Row>) {
  const shared = useSharedText();
  const [query] = useQueryText();
  const wanted = Object.fromEntries(filters.map((name) => [name, query[name]]));
  const list = useEndless<{ rows: Row[]; count: number; next: string | null }>(withQuery(path, wanted), (before) =>
    withQuery(path, { ...wanted, before }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const count = list.data?.pages[0]?.count;
  if (list.isError && !list.data) return <ProblemView error={list.error} again={() => void list.refetch()} />;
  return (
    <RegisterTable
      {...table}
      rows={rows}
      keyOf={({ id }) => id}
      hasMore={list.hasNextPage}
      onMore={() => void (list.isFetchingNextPage || list.fetchNextPage())}
      isLoading={list.isPending}
      above={count !== undefined && <span className="quiet figures">{shared('rows', { count })}</span>}
      empty={<Empty title={filters.some((name) => query[name]) ? shared('nothingFound') : none}>{hint}</Empty>}
    />
  );
}
