import { Button } from '@mantine/core';
import type { DocumentCard } from '#documents/contract';
import type { ContractView } from '#invoices/contract';
import { Link } from '../shared/navigation.tsx';
import { Loaded } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { ContractFacts, ContractMoney } from './contract-facts.tsx';
import { useText } from './texts.ts';

/** On the common card of a contract: its data and the invoices against it. */
export default function ContractCard({ card }: { card: DocumentCard }) {
  const t = useText();
  const contract = useGet<ContractView>(`/api/contracts/${card.id}`);
  return (
    <Loaded of={contract}>
      {(view) => (
        <>
          <ContractFacts view={view} />
          <ContractMoney view={view} />
          <Button component={Link} to={`/contracts/${card.id}`} variant="default" mt={16}>
            {t('contractPage')}
          </Button>
        </>
      )}
    </Loaded>
  );
}
