import { Button, Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { ColumnsMenu, useHiddenColumns } from './columns-menu.tsx';
import { useKeys } from './keys.ts';
import { Empty, Loading } from './page.tsx';
import { useGo } from './navigation.tsx';
import { useSharedText } from './texts.ts';

export interface Column<Row> {
  name: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Pixels; the column without a width takes what is left. */
  width?: number;
  /** Numbers and amounts stand at the end. */
  isEnd?: boolean;
  /** Left out until chosen. */
  isExtra?: boolean;
}

interface RegisterTableProps<Row> {
  /** Under this name the chosen columns are remembered. */
  name: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** How a row is called aloud: its number and title. */
  nameOf: (row: Row) => string;
  /** Where `o` or a click leads. */
  linkOf?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** What `e` does. */
  onAct?: (row: Row) => void;
  /** The acts for selected rows; without it rows cannot be selected. */
  bulk?: (rows: Row[], clear: () => void) => ReactNode;
  /** The row whose card stands beside the list. */
  openKey?: string;
  hasMore?: boolean;
  onMore?: () => void;
  isLoading?: boolean;
  empty?: ReactNode;
  height?: string;
  /** What stands above the table on the left: counts, views. */
  above?: ReactNode;
}

/** The dense table of every register: sticky head, columns to choose, `j k x o e`, endless. Sorting and filters are the server's. */
export function RegisterTable<Row>(props: RegisterTableProps<Row>) {
  const { name, label, columns, rows, keyOf, nameOf, linkOf, onOpen, onAct, bulk, openKey, hasMore, onMore } = props;
  const t = useSharedText();
  const go = useGo();
  const [hidden, toggle] = useHiddenColumns(name, columns);
  const shown = useMemo(() => columns.filter((column) => !hidden.has(column.name)), [columns, hidden]);
  const [now, setNow] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = document.documentElement.dataset['density'] === 'compact' ? 28 : 36;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const isPrinting = useIsPrinting();
  const drawn = virtual.getVirtualItems();
  const items = isPrinting ? rows.map((_, index) => ({ index, start: 0, end: virtual.getTotalSize() })) : drawn;
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && rows.length && last >= rows.length - 20) onMore?.();
  }, [hasMore, last, rows.length, onMore]);

  const open = (row: Row) => {
    setNow(keyOf(row));
    if (onOpen) onOpen(row);
    else if (linkOf) go(linkOf(row));
  };
  const select = (key: string, isOn = !selected.has(key)) => {
    const next = new Set(selected);
    if (isOn) next.add(key);
    else next.delete(key);
    setSelected(next);
  };
  const place = rows.findIndex((row) => keyOf(row) === (now ?? openKey));
  const move = (by: number) => {
    const next = Math.min(Math.max(place + by, 0), rows.length - 1);
    const row = rows[next];
    if (!row) return;
    setNow(keyOf(row));
    virtual.scrollToIndex(next);
    setTimeout(
      () =>
        box.current
          ?.querySelector<HTMLElement>(`[data-key="${CSS.escape(keyOf(row))}"] a`)
          ?.focus({ preventScroll: true }),
      30,
    );
  };
  const current = rows[place];
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ...(current && { o: () => open(current) }),
    ...(current && onAct && { e: () => onAct(current) }),
    ...(current && bulk && { x: () => select(keyOf(current)) }),
  });

  const chosen = rows.filter((row) => selected.has(keyOf(row)));
  const clear = () => setSelected(new Set());
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const span = shown.length + (bulk ? 1 : 0);
  return (
    <div>
      <div className="register-above" style={{ display: 'flex', alignItems: 'center', gap: 8, minHeight: 32 }}>
        <div style={{ flex: 1, minWidth: 0 }}>{props.above}</div>
        <ColumnsMenu columns={columns} hidden={hidden} toggle={toggle} />
      </div>
      {bulk && chosen.length > 0 && (
        <div className="bulk" role="toolbar" aria-label={t('selected', { count: chosen.length })}>
          <strong>{t('selected', { count: chosen.length })}</strong>
          {bulk(chosen, clear)}
          <Button variant="subtle" size="compact-sm" onClick={clear}>
            {t('clearSelection')}
          </Button>
        </div>
      )}
      <div
        className="register"
        ref={box}
        style={{ maxHeight: props.height ?? 'calc(100vh - 230px)' }}
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        <table aria-label={label} aria-rowcount={hasMore ? -1 : rows.length + 1} style={{ minWidth: minWidth(shown) }}>
          <colgroup>
            {bulk && <col style={{ width: 36 }} />}
            {shown.map((column) => (
              <col key={column.name} style={column.width ? { width: column.width } : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {bulk && (
                <th>
                  <Checkbox
                    size="xs"
                    aria-label={t('selectAll')}
                    checked={rows.length > 0 && chosen.length === rows.length}
                    indeterminate={chosen.length > 0 && chosen.length < rows.length}
                    onChange={(event) =>
                      setSelected(event.currentTarget.checked ? new Set(rows.map(keyOf)) : new Set())
                    }
                  />
                </th>
              )}
              {shown.map((column) => (
                <th key={column.name} scope="col" data-end={column.isEnd ? '' : undefined}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <tr aria-hidden style={{ height: before }} />}
            {items.map(({ index }) => {
              const row = rows[index]!;
              const key = keyOf(row);
              return (
                <tr
                  key={key}
                  data-key={key}
                  data-now={key === (now ?? openKey) ? '' : undefined}
                  aria-rowindex={index + 2}
                  onClick={(event) => {
                    if ((event.target as HTMLElement).closest('a, button, input, label')) return;
                    open(row);
                  }}
                >
                  {bulk && (
                    <td>
                      <Checkbox
                        size="xs"
                        aria-label={t('selectRow', { name: nameOf(row) })}
                        checked={selected.has(key)}
                        onChange={() => select(key)}
                      />
                    </td>
                  )}
                  {shown.map((column) => (
                    <td
                      key={column.name}
                      data-end={column.isEnd ? '' : undefined}
                      className={column.isEnd ? 'figures' : undefined}
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
            {after > 0 && <tr aria-hidden style={{ height: after }} />}
            {hasMore && (
              <tr>
                <td colSpan={span} className="quiet">
                  {t('loadingMore')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
        {rows.length === 0 && (props.isLoading ? <Loading /> : (props.empty ?? <Empty title={t('nothingFound')} />))}
      </div>
    </div>
  );
}

/** While the browser prepares a print, every loaded row is drawn, not only those in sight. */
function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setIsPrinting(true));
    const after = () => setIsPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}

/** So narrow that it must scroll sideways rather than hide a column. */
const minWidth = (columns: readonly Column<never>[] | readonly { width?: number }[]) =>
  columns.reduce((total, { width }) => total + (width ?? 220), 0);
