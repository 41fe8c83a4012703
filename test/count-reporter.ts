import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with the skipped tests and their reasons and, as the last line, `N passed, N failed`. */
export default class CountReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
		let passed = 0;
		let failed = errors.length;
		const skipped: string[] = [];
		for (const module of modules) {
			failed += module.errors().length;
			for (const test of module.children.allTests()) {
				const result = test.result();
				if (result.state === 'passed') passed++;
				else if (result.state === 'skipped') skipped.push(`${test.fullName}${result.note ? `: ${result.note}` : ''}`);
				else failed++;
			}
		}
		const lines = [...skipped.map((name) => `skipped: ${name}`), `${passed} passed, ${failed} failed`];
		// after the summary of the other reporters
		process.once('exit', () => process.stdout.write(`${lines.join('\n')}\n`));
	}
}
