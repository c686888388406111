const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const common = {
  rootDir: new URL('..', import.meta.url).pathname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': ['@swc/jest', swc] },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};

/** unit: pure; db: one library on a real PostgreSQL; e2e: the whole house over HTTP; web: the same in a real browser. */
export default {
  projects: [
    {
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.db\\.test\\.ts$'],
      ...common,
    },
    { displayName: 'db', testMatch: ['<rootDir>/libs/**/*.db.test.ts'], ...common },
    { displayName: 'e2e', testMatch: ['<rootDir>/test/*.e2e.ts'], ...common },
    { displayName: 'web', testMatch: ['<rootDir>/test/web/*.web.ts'], ...common },
  ],
};
