// Runs the command with the arguments of this process, and tells on stderr how much memory it held at most, in KB.
process.argv.splice(1, 1, new URL('../dist/cli/main.js', import.meta.url).pathname);
process.on('exit', () => process.stderr.write(`\npeak ${process.resourceUsage().maxRSS}\n`));
await import('../dist/cli/main.js');
