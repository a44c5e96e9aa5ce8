// A screen for a kiosk on a machine that has none, nor a terminal: Xvfb stands where the session starts Xorg. All else of the session is
// as it is shipped.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives the kiosk that is installed in a `DebianTree` such a screen, upright; its package may be exchanged. What it shows lies in
 * the machine's /srv/screen/Xvfb_screen0 (`readVirtualScreen`).
 */
export function putVirtualScreen(debian) {
  const program = (name, ...lines) => {
    const file = join(debian.tree, 'srv/virtual', name);
    writeFileSync(file, `${['#!/bin/sh', ...lines].join('\n')}\n`);
    chmodSync(file, 0o755);
  };
  debian.sh('apt-get -y -qq --no-install-recommends install xvfb </dev/null >/dev/null 2>&1');
  debian.sh('install -d -o antre -g antre /srv/screen');
  mkdirSync(join(debian.tree, 'srv/virtual'));
  program('screens', 'echo 1');
  program(
    'Xorg',
    'exec /usr/bin/Xvfb :0 -screen 0 1080x1920x24 -fbdir /srv/screen -auth "$XAUTHORITY" -nolisten tcp -noreset',
  );
  const unit = join(debian.tree, 'etc/systemd/system/antre-kiosk.service.d');
  mkdirSync(unit, { recursive: true });
  writeFileSync(
    join(unit, 'try.conf'),
    `[Service]
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
StandardInput=null
BindReadOnlyPaths=/srv/virtual/screens:/usr/lib/antre/session/screens
BindReadOnlyPaths=/srv/virtual/Xorg:/usr/bin/Xorg
`,
  );
}
