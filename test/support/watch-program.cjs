// Watches over a program as scripts/start.cjs does, with limits of a test's own: its argument is `{program, parameters, limits}`. Ends
// with the status that it was told.
const { supervise } = require('../../scripts/supervise.cjs');

const { program = process.execPath, parameters, limits } = JSON.parse(process.argv[2]);
const supervised = supervise(
  {
    commandFor: () => ({ program, parameters, options: { env: process.env } }),
    onWords: (words) => process.stderr.write(words),
    onEnd: ({ status }) => process.exit(status),
  },
  limits,
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => supervised.stop());
