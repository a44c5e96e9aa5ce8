// What is tried of an installed hub on a machine of its own: its first number, its service, another machine's question, and a power
// cut while it is updated.
import { setTimeout as wait } from 'node:timers/promises';
import { VirtualMachine } from './virtual-machine.mjs';

/** In the machine: a folder with a newer version, as a technician's stick has it. */
export const updatesFolder = '/srv/updates';

const giveNumber = 'runuser -u antre -- /usr/lib/antre/node /srv/first-ticket.mjs 900';
const numbersInDatabase = `runuser -u antre -- /usr/lib/antre/node -e "
  const database = new (require('/usr/lib/antre/app/node_modules/better-sqlite3'))('/var/lib/antre/antre.sqlite', { readonly: true });
  const rows = database.prepare('SELECT prefix, sequence FROM tickets ORDER BY prefix, sequence').all();
  console.log(database.pragma('integrity_check', { simple: true }), rows.map(({ prefix, sequence }) => prefix + '-' + String(sequence).padStart(3, '0')).join(' '));"`;

/** Starts the hub on `disk` and tries it; it answers at `port` of this machine. Throws at the first thing that isn't as it must be. */
export async function tryHub(disk, { port, isEmulated }) {
  let machine;
  const told = [];
  const switchOn = () => {
    const extra = ['-nic', `user,model=virtio-net-pci,hostfwd=tcp:127.0.0.1:${port}-:4180`];
    machine = new VirtualMachine(disk, { isEmulated, extra });
  };
  const takeNumber = async () => {
    const [, number] = /ticket (\S+)/.exec(await machine.run(giveNumber, 1800));
    told.push(number);
    return `${machine.seconds.toFixed(1)} s after switching on: ${number}`;
  };
  try {
    switchOn();
    console.log(`switched on (${machine.isFast ? 'with' : 'without'} the processor's help)`);
    console.log(await takeNumber());
    console.log(await machine.reportOf('antre.service'));
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
    console.log(`from another machine: /healthz ${answer.status} ${(await answer.text()).slice(0, 60)}`);
    for (const phase of ['installing', 'watching']) {
      await cutWhile(machine, phase, takeNumber);
      switchOn();
      console.log(`up again, ${await takeNumber()}`);
      await untilUpdated(machine);
      await takeNumber();
      await compare(machine, told);
      if (phase === 'installing') await machine.run(asBefore, 1800);
    }
  } finally {
    await machine.end();
  }
}

/** The former package again, as a technician would put it there by hand. */
const asBefore =
  'apt-get -q -y --allow-downgrades install /srv/former/*.deb; while ! systemctl is-active --quiet antre.service; do sleep 1; done';

/** Begins an update and cuts the power in one of its steps, in which numbers are given. */
async function cutWhile(machine, phase, takeNumber) {
  let fault = null;
  const updating = machine.run('antre update --now --language en', 3600).then(
    (words) => {
      fault = words;
    },
    (error) => {
      fault = error.message;
    },
  );
  const isThere = async () => {
    const told = JSON.parse(await machine.run('cat /var/lib/antre-update/state.json 2>/dev/null || echo {}'));
    return told.underWay?.phase === phase;
  };
  while (!(await isThere())) {
    if (phase === 'installing') await takeNumber();
    if (fault !== null) throw new Error(`It was never ${phase}: ${fault}`);
    await wait(machine.isFast ? 100 : 1000);
  }
  await wait(machine.isFast ? 500 : 4000);
  await machine.end();
  await updating;
  console.log(`the power was cut while ${phase}`);
}

async function untilUpdated(machine) {
  await machine.run('while [ -e /var/lib/antre-update/job.json ]; do sleep 1; done', 3600);
  const { last } = JSON.parse(await machine.run('cat /var/lib/antre-update/state.json'));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what dpkg-query fills in.
  const installed = await machine.run("dpkg-query -W -f '${db:Status-Abbrev}${Version}' antre-hub");
  console.log(`the update ended as ${last.outcome} ${last.reason}; ${installed}`);
  if (last.outcome !== 'done' || !/^ii /.test(installed)) throw new Error(JSON.stringify(last));
}

/** Each number that somebody was told is in the database, once; no other was given. */
async function compare(machine, told) {
  const [sound, ...numbers] = (await machine.run(numbersInDatabase)).split(' ');
  console.log(`told ${told.join(' ')}; in the database ${numbers.join(' ')} (${sound})`);
  if (sound !== 'ok' || new Set(told).size !== told.length || numbers.join() !== told.toSorted().join())
    throw new Error('Numbers were lost, or given twice');
}
