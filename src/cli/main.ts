// The command line's entry: as little as can be is loaded before it is clear what was asked for.

const args = process.argv.slice(2);

if (args[0] === '--version') {
  const { version } = await import('./version.ts');
  process.stdout.write(`${version}\n`);
} else {
  const { dispatch } = await import('./dispatch.ts');
  process.exitCode = await dispatch(args);
}
