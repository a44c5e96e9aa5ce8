// The one-way layering of docs/architecture.md. parser: swc, because with TypeScript 7 dependency-cruiser
// finds no module at all through tsc; scripts/check.mjs fails when it saw none.
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(electron|native|renderer|scripts|test)/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    only('contract-imports-only-zod-and-texts', '^electron/contract/', ['^electron/texts/']),
    only('texts-import-the-list-of-languages', '^electron/texts/', ['^electron/contract/languages']),
    only('queue-imports-texts', '^electron/queue/', [
      '^electron/texts/',
      '^electron/contract/(languages|problems|report-columns)',
    ]),
    only('survey-imports-contract', '^electron/survey/', [
      '^electron/contract/',
      '^electron/queue/local-day',
    ]),
    only('evaluation-imports-contract', '^electron/evaluation/', ['^electron/contract/']),
    only('store-imports-queue-types-and-contract', '^electron/store/', [
      '^electron/(queue|contract|texts)/',
      '^electron/clock',
    ]),
    only('actions-import-queue-and-store', '^electron/actions/', [
      '^electron/(queue|store|contract|survey|evaluation|texts)/',
      '^electron/clock',
    ]),
    only('views-read-store-by-the-rules', '^electron/views/', [
      '^electron/(queue|store|contract|survey|evaluation|texts)/',
      '^electron/clock',
    ]),
    only('printing-imports-native-and-store', '^electron/printing/', [
      '^native/printer/',
      '^electron/(actions|views)/',
      '^electron/(store|contract|queue|texts)/',
      '^electron/(clock|log)',
    ]),
    only('heavy-imports-views', '^electron/heavy/', [
      '^electron/(actions|views|queue|store|contract|texts)/',
      '^electron/(clock|log|process/(watcher|own-program))',
    ]),
    only('updates-import-the-hours', '^electron/updates/', ['^electron/(store|queue|contract)/']),
    only('copies-import-store', '^electron/copies/', [
      '^electron/(queue|store|contract|texts)/',
      '^electron/(clock|log|process/(watcher|own-program))',
    ]),
    only('standby-imports-store-and-the-line', '^electron/standby/', [
      '^electron/(queue|store|contract)/',
      '^electron/copies/(hall-files|manifest)',
      '^electron/actions/accounts/secret-hash',
      '^electron/second-kiosk/(call-hub|hub-errors)',
      '^electron/(clock|log)',
    ]),
    only('closing-imports-actions-and-heavy-work', '^electron/closing/', [
      '^electron/(actions|heavy|queue|store|contract|texts)/',
      '^electron/(clock|log)',
    ]),
    only('uplink-imports-the-contract-and-store', '^electron/uplink/', [
      '^electron/(contract|store|queue|texts)/',
      '^electron/(clock|log)',
    ]),
    only('time-imports-store', '^electron/time/', ['^electron/(queue|store)/', '^electron/(clock|log)']),
    only('speech-imports-native-and-the-hall', '^electron/speech/', [
      '^native/power-shell',
      '^electron/(store|contract|texts)/',
      '^electron/(clock|log)',
    ]),
    only('health-imports-store', '^electron/health/', [
      '^electron/(store|queue|contract|texts)/',
      '^electron/clock',
    ]),
    only('command-imports-the-hall-and-its-files', '^electron/command/', [
      '^electron/(contract|health|store|texts|lost-hall|updates)/',
      '^electron/queue/refusal',
      '^electron/(app|clock|log|config)',
      '^electron/second-kiosk/(call-hub|hub-errors|kept-access)',
      '^electron/standby/',
      '^electron/server/(local-access|page-faults)',
      '^package.json',
    ]),
    only('devices-import-native', '^electron/devices/', [
      '^native/',
      '^electron/contract/',
      '^electron/(clock|log)',
    ]),
    only('lost-hall-imports-store', '^electron/lost-hall/', [
      '^electron/copies/kept-place',
      '^electron/(store|contract|texts)/',
      '^electron/(clock|log|config)',
    ]),
    only('process-imports-why-a-start-failed', '^electron/process/', [
      '^electron/(lost-hall|store|contract|texts)/',
      '^electron/(clock|log|config)',
    ]),
    only('server-imports-actions', '^electron/server/', [
      '^electron/(actions|views|queue|store|contract|health|heavy|copies|images|speech|standby|texts|updates|uplink)/',
      '^electron/printing/printing\\.ts$',
      '^electron/(clock|log)',
    ]),
    only('second-kiosk-imports-printing', '^electron/second-kiosk/', [
      '^native/printer/',
      '^electron/(printing|contract|standby)/',
      '^electron/store/(hold-data-directory|durable-file)',
      '^electron/health/run-record',
      '^electron/(clock|log|config)',
      '^package.json',
    ]),
    only('centre-imports-what-a-hall-has-for-it', '^electron/centre/', [
      '^electron/(contract|texts|survey)/',
      '^electron/queue/(refusal|local-day|report/)',
      '^electron/actions/accounts/(secret-hash|attempt-rule)',
      '^electron/server/(bounds/|network/|cookies|common-passwords|problems|security-headers)',
      '^electron/server/routing/unknown-routes',
      '^electron/server/information/(html|language-choice|page-font|page-head|page-style)',
      '^electron/store/(hold-data-directory|store-errors)',
      '^electron/views/reports/report-(file|words)',
      '^electron/(log|config)',
      '^package.json',
    ]),
    {
      name: 'nothing-of-a-hall-imports-the-centre',
      severity: 'error',
      from: { pathNot: '^(electron/centre/|electron/centre\\.ts$|scripts/|test/)' },
      to: { path: '^electron/centre/' },
    },
    // Inside it: the database knows no other room, its server is known by the start alone.
    only('centre-database-imports-roles', '^electron/centre/database/', [
      '^electron/contract/',
      '^electron/store/store-errors',
      '^electron/log',
    ]),
    {
      name: 'centre-rooms-know-no-server',
      severity: 'error',
      from: { path: '^electron/centre/(accounts|database|intake|projections|views)/' },
      to: { path: '^electron/(centre/)?server/' },
    },
    {
      name: 'postgres-only-in-the-centre',
      severity: 'error',
      from: { pathNot: '^(electron/centre/database/|scripts/|test/)' },
      to: { path: 'node_modules/(@electric-sql/pglite|pg|@types/pg)/' },
    },
    only('images-import-nothing', '^electron/images/', []),
    only('native-imports-printer-words', '^native/', [
      '^electron/contract/printer-(status|details|profile|target)',
    ]),
    only('shell-imports-no-parts', '^electron/shell/', [
      '^electron/(clock|log|config)',
      '^electron/(contract|texts)/',
    ]),
    only('renderer-imports-contract-and-texts', '^renderer/', ['^electron/(contract|texts)/']),
    {
      name: 'contract-uses-only-zod',
      severity: 'error',
      from: { path: '^electron/contract/' },
      to: { dependencyTypesNot: ['local'], path: 'node_modules', pathNot: 'node_modules/zod/' },
    },
    ...['kiosk', 'staff', 'admin', 'reports', 'display', 'phone', 'centre'].map((surface) =>
      only(`${surface}-imports-no-other-surface`, `^renderer/${surface}/`, [
        '^renderer/(ui|client|i18n|voice)/',
        '^electron/(contract|texts)/',
      ]),
    ),
    only('shared-renderer-imports-no-surface', '^renderer/(ui|client|i18n|voice)/', [
      '^renderer/(ui|client|i18n|voice)/',
      '^electron/(contract|texts)/',
    ]),
    {
      name: 'electron-only-in-main-and-shell',
      severity: 'error',
      from: { pathNot: '^(electron/(main\\.ts|shell/)|scripts/|test/)' },
      to: { path: '(^electron$|node_modules/electron/)' },
    },
    {
      name: 'database-driver-only-in-store',
      severity: 'error',
      from: { path: '^(electron|native|renderer)/', pathNot: '^electron/store/' },
      to: { path: 'node_modules/(better-sqlite3|@types/better-sqlite3)/' },
    },
    {
      name: 'fake-printers-only-in-tests',
      severity: 'error',
      from: { pathNot: '^(native/printer/testing|scripts|test)/' },
      to: { path: '^native/printer/testing/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/' },
  },
};
