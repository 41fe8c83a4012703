// Runs the command with the arguments of this process, and tells on stderr how much memory it held at most, in KB, and
// how long all its threads were at work, in microseconds.
process.argv.splice(1, 1, new URL('../dist/cli/main.js', import.meta.url).pathname);
process.on('exit', () => {
	const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
	process.stderr.write(`\npeak ${maxRSS}\nprocessor ${userCPUTime + systemCPUTime}\n`);
});
await import('../dist/cli/main.js');
