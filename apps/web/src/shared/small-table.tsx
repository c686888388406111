import type { ReactNode } from 'react';

interface SmallTableProps {
  label: string;
  head: readonly { title: string; isEnd?: boolean }[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** A short table that stands on a page among other things. */
export function SmallTable({ label, head, rows }: SmallTableProps) {
  return (
    <div className="register" style={{ maxHeight: 'none', marginTop: 8 }} tabIndex={0} role="region" aria-label={label}>
      <table aria-label={label} style={{ minWidth: head.length * 90, tableLayout: 'auto' }}>
        <thead>
          <tr>
            {head.map(({ title, isEnd }) => (
              <th key={title} scope="col" data-end={isEnd ? '' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} style={{ cursor: 'default' }}>
              {cells.map((cell, place) => (
                <td
                  key={head[place]!.title}
                  data-end={head[place]!.isEnd ? '' : undefined}
                  className={head[place]!.isEnd ? 'figures' : undefined}
                  style={head[place]!.isEnd ? undefined : { whiteSpace: 'normal' }}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
