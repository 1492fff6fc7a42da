import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Real processes and repositories are slow on a busy machine; slowness is measured by the bench, not here.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
