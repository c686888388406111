import type { ReactNode } from 'react';

interface SmallTableProps {
  label: string;
  head: readonly { title: string; isEnd?: boolean }[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** A short table that stands on a page among other things. */
export function SmallTable({ label, head, rows }: SmallTableProps) {
  return (
    <div className="register" style={{ maxHeight: 'none' }} tabIndex={0} role="region" aria-label={label}>
      <table aria-label={label} style={{ minWidth: head.length * 110 }}>
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
            <tr key={key}>
              {cells.map((cell, place) => (
                <td
                  key={head[place]!.title}
                  data-end={head[place]!.isEnd ? '' : undefined}
                  className={head[place]!.isEnd ? 'figures' : undefined}
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
