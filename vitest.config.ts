import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	resolve: {
		// the package's own condition names built files; tests read the source
		alias: { '#engine': fileURLToPath(new URL('./src/page/engine-node.ts', import.meta.url)) },
	},
	test: {
		include: ['test/**/*.test.ts'],
		reporters: ['default', './test/count-reporter.ts'],
		// the passes over the archive take as long as all the rest
		maxWorkers: '100%',
		testTimeout: 30_000,
	},
});
