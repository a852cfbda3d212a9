/** The tests that need no editor: `unit` runs the engine in process, `protocol` speaks to the bundled server. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['test/unit/**/*.test.ts', 'scripts/**/*.test.mjs'],
					setupFiles: ['test/support/seed.ts'],
					testTimeout: 20_000,
				},
			},
			{ test: { name: 'protocol', include: ['test/protocol/**/*.test.ts'], testTimeout: 60_000 } },
			{ test: { name: 'package', include: ['test/package/**/*.test.ts'], testTimeout: 60_000 } },
		],
		// A test file that holds no test, and a run that finds none, are mistakes.
		passWithNoTests: false,
		allowOnly: false,
	},
});
