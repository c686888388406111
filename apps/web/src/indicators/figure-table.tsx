import type { ReactNode } from 'react';
import './figure-table.css';

export interface FigureColumn {
  title: string;
  isEnd?: boolean;
}

/** A small table of figures: first column names the row, numbers stand at the end. */
export function FigureTable({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: FigureColumn[];
  rows: { key: string; cells: ReactNode[] }[];
}) {
  return (
    <div className="figure-table" tabIndex={0} role="region" aria-label={label}>
      <table aria-label={label} className="figures">
        <thead>
          <tr>
            {columns.map(({ title, isEnd }) => (
              <th key={title} scope="col" data-end={isEnd ? '' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th key={columns[i]!.title} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[i]!.title} data-end={columns[i]!.isEnd ? '' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
