import { Group } from '@mantine/core';
import type { DocumentCard } from '#documents/contract';
import { AddFiles } from './add-files.tsx';
import { defineTexts } from './text.ts';

const useText = defineTexts(
  'put-files',
  {
    addMain: 'Pievienot pamatdatni',
    addMainHint:
      'Viena datne: PDF, teksta vai tabulas datne, skenējums, vai konteiners (.edoc, .asice) vai PDF, ko otra puse jau parakstījusi: mūsu parakstu tam pievienos, un viņu paraksts paliks spēkā.',
    mainAdded: 'Pamatdatne pievienota',
    replaceMain: 'Aizstāt pamatdatni',
    replaceMainHint:
      'Līdzšinējā paliek pie iepriekšējām redakcijām. Ja dokuments ir saskaņošanā, jau dotās vīzas zaudēs spēku.',
    mainReplaced: 'Pamatdatne aizstāta',
    addAttachment: 'Pievienot pielikumu',
    attachmentAdded: 'Pielikums pievienots',
  },
  {
    addMain: 'Add the main file',
    addMainHint:
      'One file: a PDF, an office file, a scan, or a container (.edoc, .asice) or PDF that the other side has signed already: our signature is added and theirs stays valid.',
    mainAdded: 'Main file added',
    replaceMain: 'Replace the main file',
    replaceMainHint:
      'The former stays among the earlier versions. If the document is being approved, visas given lose their force.',
    mainReplaced: 'Main file replaced',
    addAttachment: 'Add an attachment',
    attachmentAdded: 'Attachment added',
  },
);

/** The ways in which the reader may put files on the document as it stands. */
export function PutFiles({ card: { id, mayPut, files } }: { card: DocumentCard }) {
  const t = useText();
  const hasMain = files.some(({ role, supersededAt }) => role === 'main' && !supersededAt);
  const path = (role: string) => `/api/documents/${id}/files?role=${role}`;
  if (!mayPut.length) return null;
  return (
    <Group gap={8} justify="center">
      {mayPut.includes('main') && (
        <AddFiles
          size="xs"
          variant={hasMain ? 'default' : 'filled'}
          label={t(hasMain ? 'replaceMain' : 'addMain')}
          hint={t(hasMain ? 'replaceMainHint' : 'addMainHint')}
          isOne
          path={path('main')}
          done={t(hasMain ? 'mainReplaced' : 'mainAdded')}
        />
      )}
      {mayPut.includes('attachment') && (
        <AddFiles
          size="xs"
          variant="default"
          label={t('addAttachment')}
          path={path('attachment')}
          done={t('attachmentAdded')}
        />
      )}
    </Group>
  );
}
