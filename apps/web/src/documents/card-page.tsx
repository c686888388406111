import { useParams } from '../shared/navigation.tsx';
import { DocumentCard } from './document-card.tsx';

export default function CardPage() {
  const { id = '' } = useParams();
  return <DocumentCard key={id} id={id} />;
}
