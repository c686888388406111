import { Radio, Stack } from '@mantine/core';
import type { MeansView, PaperView } from '#signing/contract';
import { fileSize, usePick } from '../shared/format.ts';
import { Facts, Notice, StateMark } from '../shared/page.tsx';
import { useText } from './texts.ts';

type Form = NonNullable<PaperView['form']>;

/** With what to sign: one choice of those configured; a single one is only named. */
export function MeansChoice({
  means,
  value,
  onChange,
}: {
  means: readonly MeansView[];
  value: MeansView | undefined;
  onChange: (name: string) => void;
}) {
  const t = useText();
  const pick = usePick();
  if (!means.length) return <Notice tone="warn" title={t('noMeans')} />;
  return (
    <Radio.Group label={t('means')} value={value?.name ?? ''} onChange={onChange} mb={12}>
      <Stack gap={8} mt={4}>
        {means.map((one) => (
          <Radio
            key={one.name}
            value={one.name}
            label={pick(one)}
            description={one.isTest ? t('test') : t(`hint.${one.makes}.${one.holds}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Exactly what a signature will cover: files, sizes, pages, hashes. */
export function PaperFacts({
  paper,
  form,
  onForm,
}: {
  paper: PaperView;
  form: Form | null;
  onForm: (form: Form) => void;
}) {
  const t = useText();
  return (
    <>
      {paper.forms.length > 1 && (
        <Radio.Group label={t('form')} value={form ?? ''} onChange={(value) => onForm(value as Form)} mb={12}>
          <Stack gap={8} mt={4}>
            {paper.forms.map((one) => (
              <Radio key={one} value={one} label={t(`form.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Facts of={[[t('number'), paper.number]]} />
      <ul className="rows">
        {paper.files.map((file) => (
          <li key={file.sha256}>
            <div className="grow">
              <div>{file.name}</div>
              <div className="meta figures">
                {[fileSize(file.size), file.pages !== null && t('pages', { count: file.pages })]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              <div className="meta figures" style={{ overflowWrap: 'anywhere' }}>
                {t('hash')}: {file.sha256}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {paper.signatures > 0 && <p>{t('signedBefore', { count: paper.signatures })}</p>}
    </>
  );
}

/** The documents of a batch, each with its file, or why it cannot be signed now. */
export function BatchList({ papers }: { papers: readonly PaperView[] }) {
  const pick = usePick();
  return (
    <ul className="rows" style={{ maxHeight: '40vh', overflowY: 'auto' }}>
      {papers.map(({ stepId, title, number, files, problem }) => (
        <li key={stepId}>
          <div className="grow">
            <div>{title}</div>
            <div className="meta figures">
              {[number, ...files.map(({ name, size }) => `${name} (${fileSize(size)})`)].filter(Boolean).join(' · ')}
            </div>
          </div>
          {problem && <StateMark tone="warn">{pick(problem)}</StateMark>}
        </li>
      ))}
    </ul>
  );
}
