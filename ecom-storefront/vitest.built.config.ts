import { defineConfig } from 'vitest/config';

/** What can only be said of the server as it was built: `npm run built`, after `npm run build`. */
export default defineConfig({
  test: {
    include: ['built/*.test.ts'],
    reporters: ['default', 'junit'],
    outputFile: { junit: 'target/surefire-reports/TEST-built.xml' },
  },
});
