/** The house plan: who may lean on whom (libs/README.md draws it). Watchers lean on domains; nobody leans on watchers. */
const base = ['kernel', 'platform', 'organisation', 'files'];
const carried = [...base, 'documents', 'approval'];
const may = {
  signatures: [],
  einvoice: [],
  kernel: [],
  platform: ['kernel'],
  organisation: ['kernel', 'platform'],
  files: ['kernel', 'platform', 'einvoice'],
  documents: base,
  approval: [...base, 'documents'],
  exchange: [...base, 'documents'],
  signing: [...carried, 'signatures'],
  correspondence: [...carried, 'exchange'],
  council: carried,
  personnel: carried,
  invoices: [...carried, 'exchange', 'einvoice'],
  archive: [...base, 'documents'],
  indicators: [...base, 'documents'],
  notifications: [...base, 'documents'],
  search: [...base, 'documents'],
  audit: [...base, 'documents', 'signatures'],
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    {
      name: 'by-the-doors',
      severity: 'error',
      comment: 'Another library is entered by index.ts, contract.ts or facts.ts only.',
      from: { path: '^(?:apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/(?:index|contract|facts)[.]ts$', '^libs/$1/'] },
    },
    {
      name: 'web-knows-contracts-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/', pathNot: ['^libs/[^/]+/contract[.]ts$', '^libs/kernel/'] },
    },
    ...Object.entries(may).map(([library, others]) => ({
      name: `${library}-may-use-${others.join('-') || 'nobody'}`,
      severity: 'error',
      from: { path: `^libs/${library}/` },
      to: {
        path: '^(libs|apps)/',
        pathNot: ['^libs/[^/]+/facts[.]ts$', ...[library, ...others].map((name) => `^libs/${name}/`)],
      },
    })),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
