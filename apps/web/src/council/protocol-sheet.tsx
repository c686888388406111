import type { ProtocolBlock, ProtocolView } from '#council/contract';
import { Loaded } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useText } from './texts.ts';

/** The protocol as it stands now, in the words of the paper; it grows with every act of the sitting. */
export function ProtocolSheet({ sittingId, follow = false }: { sittingId: string; follow?: boolean }) {
  const t = useText();
  const protocol = useGet<ProtocolView>(`/api/sittings/${sittingId}/protocol`);
  return (
    <Loaded of={protocol}>
      {({ title, number, date, character, times, head, blocks }) => (
        <article className="protocol" lang="lv" aria-label={t('protocol')}>
          <p className="protocol-title">
            {title} {number}
          </p>
          <p className="meta">
            {date}. {character}
          </p>
          <p>{times.map(({ label, text }) => `${label} ${text}.`).join(' ')}</p>
          {head.map(({ label, text }) => (
            <p key={label}>
              <b>{label}:</b> {text}
            </p>
          ))}
          {blocks.map((block, index) => (
            <Block key={`${index}-${block.type}`} block={block} />
          ))}
          {follow && <div key={blocks.length} ref={(end) => end?.scrollIntoView({ block: 'nearest' })} />}
        </article>
      )}
    </Loaded>
  );
}

function Block({ block }: { block: ProtocolBlock }) {
  switch (block.type) {
    case 'heading':
      return <p className="protocol-item">{block.text.toLocaleUpperCase('lv')}</p>;
    case 'item':
      return (
        <p className="protocol-item">
          {block.number} {block.title}
        </p>
      );
    case 'labelled':
      return (
        <p>
          <b>{block.label}:</b> {block.text}
        </p>
      );
    case 'list':
      return (
        <div>
          <b>{block.label}:</b>
          <Lines lines={block.lines} />
        </div>
      );
    case 'vote':
      return (
        <div>
          <b>{block.label}</b> <span className="meta">({block.note})</span>:
          <Lines lines={block.lines} />
        </div>
      );
    case 'resolution':
      return (
        <div>
          <b>{block.label}:</b> {block.text}
          <Lines
            lines={[...block.points.map((point, index) => `${index + 1}. ${point}`), block.tail].filter(Boolean)}
          />
        </div>
      );
    case 'presence':
      return <p className="protocol-presence">{block.text}</p>;
    case 'agenda':
      return (
        <Lines lines={block.items.map(({ number, title, note }) => `${number} ${title}${note ? ` (${note})` : ''}`)} />
      );
    case 'gap':
      return <hr />;
  }
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="protocol-lines">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
