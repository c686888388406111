import type { DocumentCard } from '#documents/contract';
import type { InvoiceView } from '#invoices/contract';
import { FileViewer } from '../shared/file-viewer.tsx';
import { Link, useParams } from '../shared/navigation.tsx';
import { Due, Loaded, Page, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { InvoiceActs } from './invoice-acts.tsx';
import { InvoiceFacts } from './invoice-facts.tsx';
import { InvoiceStateMark, ReadableMark } from './marks.tsx';
import { useText } from './texts.ts';

/** An invoice in the order in which a person judges it, with the next act as the one primary button. */
export default function InvoicePage() {
  const t = useText();
  const { id } = useParams();
  const invoice = useGet<InvoiceView>(`/api/invoices/${id}`);
  return (
    <Loaded of={invoice}>
      {(view) => (
        <Page
          title={`${titleOf(view, t)} ${view.supplierName}, ${view.number}`.trim()}
          sub={
            <span className="card-head">
              <strong className="figures" style={{ color: 'var(--ink)' }}>
                {view.registerNumber}
              </strong>
              <InvoiceStateMark state={view.state} />
              <ReadableMark letter={view.class} isReadable={view.isMachineReadable} />
              <span>
                {t('dueDate')}: <Due on={view.dueDate} isDone={['paid', 'rejected'].includes(view.state)} />
              </span>
              <Link to={`/documents/${view.id}`}>{t('card')}</Link>
              {isReadable(view) && (
                <>
                  <a href={`/api/invoices/${view.id}/pdf`} target="_blank" rel="noreferrer">
                    {t('print')}
                  </a>
                  <a href={`/api/invoices/${view.id}/xml`}>{t('xml')}</a>
                </>
              )}
            </span>
          }
          actions={<InvoiceActs view={view} />}
        >
          <div className="columns">
            <div>
              <InvoiceFacts view={view} />
            </div>
            <div style={{ marginTop: 20 }}>
              {isReadable(view) ? (
                <iframe
                  className="no-print"
                  title={t('page')}
                  src={`/api/invoices/${view.id}/page`}
                  sandbox=""
                  style={{
                    width: '100%',
                    height: 'min(1100px, 85vh)',
                    border: '1px solid var(--line)',
                    background: '#fff',
                  }}
                />
              ) : (
                <Files id={view.id} />
              )}
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

const isReadable = ({ recognition, isTypedByHand }: InvoiceView) => Boolean(recognition?.syntax) && !isTypedByHand;

/** An invoice needs no word for what it is; anything else does. */
const titleOf = ({ kind, isCreditNote }: InvoiceView, t: ReturnType<typeof useText>) =>
  kind !== 'invoice' ? `${t(`kind.${kind}`)}:` : isCreditNote ? t('creditNote') : '';

/** What cannot be read by machine is looked at. */
function Files({ id }: { id: string }) {
  const t = useText();
  const card = useGet<DocumentCard>(`/api/documents/${id}`);
  return (
    <Section title={t('files')}>
      <Loaded of={card}>
        {({ files }) => {
          const main = files.find(({ role }) => role === 'main') ?? files[0];
          return main ? <FileViewer file={{ ...main, size: Number(main.size) }} /> : null;
        }}
      </Loaded>
    </Section>
  );
}
