const common = {
  rootDir: new URL('..', import.meta.url).pathname,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  testRunner: '<rootDir>/test/native-runner.cjs',
};

/** unit: pure; db: one library on a real PostgreSQL; e2e: the whole house over HTTP; web: the same in a real browser. */
export default {
  workerIdleMemoryLimit: '1GB',
  // A slow machine is no failure; a test that hangs still is.
  testTimeout: 300_000,
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
